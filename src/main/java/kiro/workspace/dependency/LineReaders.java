package kiro.workspace.dependency;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads files that say what they depend on a line each. What is no such line is passed over.
final class LineReaders {
    private static final Pattern GRADLE =
            Pattern.compile(
                    "[\"']([\\w.-]+):([\\w.-]+):([\\w.+\\-\\[\\](),]+)(?:[@:][^\"']*)?[\"']");
    private static final Pattern GRADLE_PLUGIN =
            Pattern.compile(
                    "\\bid\\s*\\(?\\s*[\"']([\\w.-]+)[\"']\\s*\\)?\\s+version\\s*\\(?\\s*[\"']([^\"'$]+)[\"']");
    private static final Pattern GRADLE_LOCK =
            Pattern.compile("(?m)^([\\w.-]+):([\\w.-]+):([^=\\s]+)=");
    private static final Pattern YARN_HEAD = Pattern.compile("\"?((?:@[^/@\\s]+/)?[^@\\s\"]+)@.*:");
    private static final Pattern YARN_VERSION =
            Pattern.compile("\\s{2}version:?\\s+\"?([^\"\\s]+)\"?");
    private static final Pattern PNPM =
            Pattern.compile(
                    "(?m)^ {2}['\"]?/?((?:@[^/@\\s'\"]+/)?[^/@\\s'\"]+)[@/]([^\\s():'\"]+)[^\\n]*:\\s*$");
    private static final Pattern REQUIREMENT =
            Pattern.compile(
                    "([A-Za-z0-9][\\w.-]*)\\s*(?:\\[[^\\]]*\\])?\\s*(?:(?:===?\\s*([\\w.+!*-]+)\\s*)|([<>=!~@][^;#]*?))?\\s*(?:[;#\\\\].*)?");
    private static final Pattern GO =
            Pattern.compile("(?:require\\s+)?([\\w.~-]+(?:/[\\w.~-]+)+)\\s+(v[^\\s]+).*");

    private LineReaders() {}

    static SortedMap<Dependency, String> gradle(String text) {
        var found = new TreeMap<Dependency, String>();
        Matcher match = GRADLE.matcher(text);
        while (match.find()) {
            found.put(
                    new Dependency("maven", match.group(1) + ":" + match.group(2)), match.group(3));
        }
        Matcher plugin = GRADLE_PLUGIN.matcher(text);
        while (plugin.find()) {
            found.put(new Dependency("maven", plugin.group(1)), plugin.group(2));
        }
        return found;
    }

    static SortedMap<Dependency, String> gradleLock(String text) {
        var found = new TreeMap<Dependency, String>();
        Matcher match = GRADLE_LOCK.matcher(text);
        while (match.find()) {
            found.put(
                    new Dependency("maven", match.group(1) + ":" + match.group(2)), match.group(3));
        }
        return found;
    }

    static SortedMap<Dependency, String> yarn(String text) {
        var found = new TreeMap<Dependency, String>();
        String name = "";
        for (String line : text.split("\n")) {
            Matcher head = YARN_HEAD.matcher(line.stripTrailing());
            if (!line.startsWith(" ")) {
                name = head.lookingAt() ? head.group(1) : "";
                continue;
            }
            Matcher version = YARN_VERSION.matcher(line);
            if (!name.isEmpty() && version.lookingAt()) {
                found.put(new Dependency("npm", name), version.group(1));
                name = "";
            }
        }
        return found;
    }

    /// Of both forms that its keys had: `/name/1.0.0:` and `name@1.0.0:`.
    static SortedMap<Dependency, String> pnpm(String text) {
        var found = new TreeMap<Dependency, String>();
        int begin = text.indexOf("\npackages:");
        Matcher match = PNPM.matcher(begin < 0 ? "" : text.substring(begin));
        while (match.find()) {
            found.put(new Dependency("npm", match.group(1)), match.group(2));
        }
        return found;
    }

    static SortedMap<Dependency, String> requirements(String text) {
        var found = new TreeMap<Dependency, String>();
        text.lines().forEach(line -> requirement(line.strip(), found));
        return found;
    }

    /// One in the form of pip; the name as the index has it.
    static void requirement(String line, SortedMap<Dependency, String> found) {
        Matcher match = REQUIREMENT.matcher(line);
        if (!match.matches()) {
            return;
        }
        String exact = match.group(2);
        String range = match.group(3);
        found.put(
                new Dependency("pypi", normal(match.group(1))),
                exact != null ? exact : range != null ? range.strip() : "");
    }

    static String normal(String python) {
        return python.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    static SortedMap<Dependency, String> go(String text) {
        var found = new TreeMap<Dependency, String>();
        boolean isIn = false;
        for (String raw : text.split("\n")) {
            String line = raw.strip();
            if (line.matches("require\\s*\\(.*")) {
                isIn = true;
            } else if (line.startsWith(")")) {
                isIn = false;
            } else if (isIn || line.startsWith("require ")) {
                Matcher match = GO.matcher(line);
                if (match.matches()) {
                    found.put(new Dependency("go", match.group(1)), match.group(2));
                }
            }
        }
        return found;
    }
}
