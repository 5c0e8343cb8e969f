package kiro.tool.builtin;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a page as a person would read it: without what is not shown, blocks on lines of their own, links with
/// their addresses.
final class HtmlText {
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "svg", "iframe", "object", "head");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "br",
                    "li",
                    "ul",
                    "ol",
                    "tr",
                    "table",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "main",
                    "nav",
                    "aside",
                    "pre",
                    "blockquote",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "dt",
                    "dd",
                    "hr",
                    "form",
                    "figure",
                    "title");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)\\b(href)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,7}|[A-Za-z]{2,8});");
    private static final Map<String, String> ENTITIES =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("copy", "©"),
                    Map.entry("ndash", "–"),
                    Map.entry("mdash", "—"),
                    Map.entry("hellip", "…"),
                    Map.entry("laquo", "«"),
                    Map.entry("raquo", "»"));

    private final String html;
    private final URI base;
    private final StringBuilder text = new StringBuilder();
    private String link = "";
    private int at;

    private HtmlText(String html, URI base) {
        this.html = html;
        this.base = base;
    }

    static String of(String html, URI base) {
        return new HtmlText(html, base).read();
    }

    private String read() {
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                add(html.substring(at));
                break;
            }
            add(html.substring(at, open));
            at = open;
            tag();
        }
        return text.toString()
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            at = after(html.indexOf("-->", at), 3);
            return;
        }
        int close = html.indexOf('>', at);
        if (close < 0) {
            at = html.length();
            return;
        }
        String inside = html.substring(at + 1, close);
        at = close + 1;
        String name =
                inside.replaceFirst("(?s)^/?([A-Za-z0-9]*).*$", "$1").toLowerCase(Locale.ROOT);
        boolean isEnd = inside.startsWith("/");
        if (!isEnd && UNSEEN.contains(name) && !inside.endsWith("/")) {
            passOver(name);
        } else if (name.equals("a")) {
            link(isEnd, inside);
        } else if (BLOCKS.contains(name)) {
            text.append('\n');
            text.append(!isEnd && name.equals("li") ? "- " : "");
            text.append(!isEnd && name.matches("h[1-6]") ? "# " : "");
        }
    }

    /// Of the head the title is shown all the same.
    private void passOver(String name) {
        int end = indexOf("</" + name);
        String inside = html.substring(at, end < 0 ? html.length() : end);
        if (name.equals("head")) {
            Matcher title = Pattern.compile("(?is)<title[^>]*>([^<]{0,500})").matcher(inside);
            if (title.find()) {
                add(title.group(1).strip());
                text.append("\n\n");
            }
        }
        at = end < 0 ? html.length() : after(html.indexOf('>', end), 1);
    }

    private int indexOf(String end) {
        for (int from = at; from <= html.length() - end.length(); from++) {
            if (html.regionMatches(true, from, end, 0, end.length())) {
                return from;
            }
        }
        return -1;
    }

    private int after(int index, int length) {
        return index < 0 ? html.length() : index + length;
    }

    private void link(boolean isEnd, String inside) {
        if (isEnd) {
            text.append(link.isEmpty() ? "" : " (" + link + ")");
            link = "";
            return;
        }
        Matcher attributes = ATTRIBUTE.matcher(inside);
        link = "";
        while (attributes.find()) {
            if (attributes.group(1).equalsIgnoreCase("href")) {
                link = address(first(attributes));
            }
        }
    }

    private static String first(Matcher attributes) {
        for (int group = 2; group <= 4; group++) {
            String value = attributes.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    /// A place within the page is no address.
    private String address(String href) {
        try {
            return href.startsWith("#")
                    ? ""
                    : WebFetchTool.address(base.resolve(decoded(href)).toString())
                            .map(URI::toString)
                            .orElse("");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private void add(String raw) {
        text.append(decoded(raw).replaceAll("\\s+", " "));
    }

    private static String decoded(String raw) {
        return raw.indexOf('&') < 0
                ? raw
                : ENTITY.matcher(raw)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(entity(match.group(1), match.group())));
    }

    private static String entity(String name, String whole) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, whole);
        }
        boolean isHex = name.startsWith("#x") || name.startsWith("#X");
        String digits = name.substring(isHex ? 2 : 1);
        try {
            int point = Integer.parseInt(digits, isHex ? 16 : 10);
            return Character.isValidCodePoint(point) ? Character.toString(point) : whole;
        } catch (NumberFormatException noNumber) {
            return whole;
        }
    }
}
