package kiro.http;

import java.net.URI;
import java.util.Locale;

/// A server that connections lead to.
///
/// @param host without the brackets of an IPv6 address
record Origin(boolean isSecure, String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Origin of(URI address) {
        boolean isSecure = "https".equalsIgnoreCase(address.getScheme());
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        int usual = isSecure ? HTTPS : HTTP;
        return new Origin(
                isSecure,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                address.getPort() < 0 ? usual : address.getPort());
    }
}
