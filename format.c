#include <stdarg.h>
#include <stdbool.h>

#include "format.h"

struct out {
	char *at, *end;
};

static void
put(struct out *o, char c)
{
	if (o->at < o->end)
		*o->at++ = c;
}

/*
 * Would c, behind before, be a command to a terminal?  0x80 to 0x9f are, alone as well as in UTF-8, where they have
 * 0xc2 before them; behind other bytes they are parts of letters.
 */
static bool
is_control(unsigned char before, unsigned char c)
{
	return c < ' ' || c == 0x7f || (c >= 0x80 && c <= 0x9f && (before < 0x80 || before == 0xc2));
}

static void
put_text(struct out *o, const char *s, size_t len)
{
	for (size_t i = 0; i < len && s[i] != '\0'; i++)
		put(o, is_control(i > 0 ? (unsigned char)s[i - 1] : 0, (unsigned char)s[i]) ? '?' : s[i]);
}

static void
put_number(struct out *o, unsigned long long n, unsigned base)
{
	char digits[20];
	size_t len = 0;

	do
		digits[len++] = "0123456789abcdef"[n % base];
	while ((n /= base) != 0);
	while (len > 0)
		put(o, digits[--len]);
}

static void
put_signed(struct out *o, long long n)
{
	if (n < 0)
		put(o, '-');
	put_number(o, n < 0 ? 0 - (unsigned long long)n : (unsigned long long)n, 10);
}

size_t
format_list(char *buf, size_t size, const char *fmt, va_list ap)
{
	struct out o = { buf, buf + size - 1 };

	for (const char *p = fmt; *p != '\0'; p++) {
		size_t max = (size_t)-1;
		int longs = 0;

		if (*p != '%') {
			put(&o, *p);
			continue;
		}
		p++;
		if (p[0] == '.' && p[1] == '*') {
			int n = va_arg(ap, int);
			max = n < 0 ? 0 : (size_t)n;
			p += 2;
		}
		for (; *p == 'l'; p++)
			longs++;
		switch (*p) {
		case 's':
			put_text(&o, va_arg(ap, const char *), max);
			break;
		case 'c': {
			char c = (char)va_arg(ap, int);
			put_text(&o, &c, 1);
			break;
		}
		case 'd':
			put_signed(&o, longs == 0 ? va_arg(ap, int) :
			    longs == 1 ? va_arg(ap, long) : va_arg(ap, long long));
			break;
		case 'u':
		case 'x':
			put_number(&o, longs == 0 ? va_arg(ap, unsigned) :
			    longs == 1 ? va_arg(ap, unsigned long) : va_arg(ap, unsigned long long),
			    *p == 'u' ? 10 : 16);
			break;
		case '\0':
			p--;
			break;
		default:
			put(&o, *p);
		}
	}
	*o.at = '\0';
	return (size_t)(o.at - buf);
}

size_t
format(char *buf, size_t size, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	size_t len = format_list(buf, size, fmt, ap);
	va_end(ap);
	return len;
}
