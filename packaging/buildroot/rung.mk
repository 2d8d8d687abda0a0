################################################################################
#
# rung
#
################################################################################

RUNG_VERSION = 0.1.0
RUNG_SOURCE = rung-$(RUNG_VERSION).tar.gz
RUNG_LICENSE = ISC
RUNG_LICENSE_FILES = LICENSE

# Both install these: let the better one be the last.
RUNG_DEPENDENCIES = $(if $(BR2_PACKAGE_BUSYBOX),busybox)

RUNG_MAKE_OPTS = \
	$(TARGET_CONFIGURE_OPTS) \
	STATIC=$(if $(BR2_STATIC_LIBS),1)

define RUNG_BUILD_CMDS
	$(MAKE) -C $(@D) $(RUNG_MAKE_OPTS) all
endef

define RUNG_INSTALL_TARGET_CMDS
	$(MAKE) -C $(@D) $(RUNG_MAKE_OPTS) STRIP= DESTDIR=$(TARGET_DIR) install
endef

# The table that Buildroot's System V init has, with the console's getty and the scripts of /etc/init.d.
define RUNG_INSTALL_INIT_RUNG
	$(INSTALL) -D -m 0644 $(RUNG_PKGDIR)/inittab $(TARGET_DIR)/etc/inittab
endef
RUNG_POST_INSTALL_TARGET_HOOKS += $(if $(BR2_INIT_RUNG),RUNG_INSTALL_INIT_RUNG)

$(eval $(generic-package))
