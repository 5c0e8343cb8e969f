package kiro.action.dependency;

import java.util.ArrayList;
import java.util.List;

/// The parameters of a function in a language that has optional ones.
final class Parameters {
    private Parameters() {}

    /// Whether what was passed before can still be passed: what is new at the end may be left out.
    ///
    /// @param now in parentheses, as the source has them
    static boolean accept(String now, String before) {
        List<String> present = split(now);
        List<String> old = split(before);
        if (present.size() < old.size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            if (!isSame(present.get(i), old.get(i))) {
                return false;
            }
        }
        return present.stream().skip(old.size()).allMatch(Parameters::isOptional);
    }

    /// One that had to be given and may be left out now is the same.
    private static boolean isSame(String now, String old) {
        return now.equals(old)
                || type(now).equals(type(old))
                || (isOptional(now) && type(bare(now)).equals(type(bare(old))));
    }

    private static String bare(String parameter) {
        return parameter.replaceFirst("\\s*=.*$", "").replaceFirst("^(\\w+)\\?", "$1").strip();
    }

    /// Where parameters have types, their names mean nothing to those who call, nor does a promise to change nothing.
    private static String type(String parameter) {
        String[] parts =
                parameter.split(
                        "(?<=^(?:\\.\\.\\.)?[\\w$]{1,80}\\??): ?|(?<=^[\\w$]{1,80}) (?![=?:])", 2);
        boolean isLeft = parameter.matches("[\\w$.]+\\?.*");
        return parts.length == 2
                ? (isLeft ? "?" : "") + parts[1].replaceFirst("^readonly ", "")
                : parameter;
    }

    private static boolean isOptional(String parameter) {
        return parameter.startsWith("*")
                || parameter.startsWith("...")
                || parameter.matches("(?s)\\w+\\?.*")
                || parameter.matches("(?s)\\w+\\s*(?::[^=]*)?=(?!>).*");
    }

    private static List<String> split(String parameters) {
        String inner =
                parameters.startsWith("(") && parameters.endsWith(")")
                        ? parameters.substring(1, parameters.length() - 1)
                        : parameters;
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if ("([{<".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 || (c == '>' && i > 0 && inner.charAt(i - 1) != '=')) {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(inner.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(inner.substring(from).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
