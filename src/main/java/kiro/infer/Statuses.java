package kiro.infer;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTTP statuses by the names that languages and frameworks have for them.
final class Statuses {
    private static final Map<String, Integer> NAMES =
            Map.ofEntries(
                    Map.entry("ok", 200),
                    Map.entry("created", 201),
                    Map.entry("accepted", 202),
                    Map.entry("nocontent", 204),
                    Map.entry("partialcontent", 206),
                    Map.entry("movedpermanently", 301),
                    Map.entry("found", 302),
                    Map.entry("seeother", 303),
                    Map.entry("notmodified", 304),
                    Map.entry("temporaryredirect", 307),
                    Map.entry("permanentredirect", 308),
                    Map.entry("badrequest", 400),
                    Map.entry("unauthorized", 401),
                    Map.entry("notauthorized", 401),
                    Map.entry("paymentrequired", 402),
                    Map.entry("forbidden", 403),
                    Map.entry("notfound", 404),
                    Map.entry("methodnotallowed", 405),
                    Map.entry("notacceptable", 406),
                    Map.entry("requesttimeout", 408),
                    Map.entry("conflict", 409),
                    Map.entry("gone", 410),
                    Map.entry("lengthrequired", 411),
                    Map.entry("preconditionfailed", 412),
                    Map.entry("payloadtoolarge", 413),
                    Map.entry("contenttoolarge", 413),
                    Map.entry("requestentitytoolarge", 413),
                    Map.entry("unsupportedmediatype", 415),
                    Map.entry("imateapot", 418),
                    Map.entry("teapot", 418),
                    Map.entry("unprocessableentity", 422),
                    Map.entry("unprocessablecontent", 422),
                    Map.entry("locked", 423),
                    Map.entry("preconditionrequired", 428),
                    Map.entry("toomanyrequests", 429),
                    Map.entry("internalservererror", 500),
                    Map.entry("internalerror", 500),
                    Map.entry("servererror", 500),
                    Map.entry("notimplemented", 501),
                    Map.entry("badgateway", 502),
                    Map.entry("serviceunavailable", 503),
                    Map.entry("gatewaytimeout", 504));
    private static final Pattern NUMBER = Pattern.compile("[1-5]\\d\\d");
    private static final Pattern PYTHON = Pattern.compile("HTTP_([1-5]\\d\\d)\\w*");
    private static final Pattern LAST =
            Pattern.compile("([A-Za-z_]\\w*)(?:\\.value(?:\\(\\))?|\\(\\))?$");

    private Statuses() {}

    /// The status that an expression stands for, such as `404`, `HttpStatus.NOT_FOUND`,
    /// `http.StatusNotFound`, `StatusCode::NOT_FOUND` or `status.HTTP_404_NOT_FOUND`.
    static OptionalInt of(String expression) {
        String text = expression.strip();
        if (NUMBER.matcher(text).matches()) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        Matcher last = LAST.matcher(text);
        if (!last.find()) {
            return OptionalInt.empty();
        }
        Matcher python = PYTHON.matcher(last.group(1));
        return python.matches()
                ? OptionalInt.of(Integer.parseInt(python.group(1)))
                : ofName(last.group(1));
    }

    /// The status of a bare name, such as `NotFound`, `NOT_FOUND`, `StatusNotFound`, `isNotFound`.
    static OptionalInt ofName(String name) {
        String bare =
                name.replace("_", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^(?:status|sc|is)(?=[a-z])", "");
        Integer known = NAMES.get(bare);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /// The status of an error's type by its name, where a framework gives it one.
    static OptionalInt ofError(String type) {
        String bare =
                type.replaceFirst("^(?:HTTP|Http|Error)(?=[A-Z])", "")
                        .replaceFirst("(?:Exception|Error|HttpError)$", "");
        return bare.isEmpty() ? OptionalInt.empty() : ofName(bare);
    }
}
