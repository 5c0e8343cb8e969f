package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a condition in a filter asks of a request, as far as that is its method and its path.
sealed interface AskedOf {
    /// A method; any where it is empty.
    record Method(String name) implements AskedOf {}

    /// A pattern of paths.
    record Path(String pattern) implements AskedOf {}

    record Not(AskedOf other) implements AskedOf {}

    record All(List<AskedOf> parts) implements AskedOf {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<AskedOf> parts) implements AskedOf {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// Something else, such as what a caller shows.
    record Else() implements AskedOf {}

    Pattern METHODS =
            Pattern.compile(
                    "\"(\\w+)\"\\.equals(?:IgnoreCase)?\\(\\w+\\.getMethod\\(\\)\\)"
                            + "|\\w+\\.getMethod\\(\\)\\.equals(?:IgnoreCase)?\\(\"(\\w+)\"\\)"
                            + "|(?:HttpMethod|RequestMethod)\\.(\\w+)\\.matches\\(\\w+\\.getMethod\\(\\)\\)"
                            + "|(?:HttpMethod|RequestMethod)\\.(\\w+)\\.(?:name\\(\\)|toString\\(\\))\\.equals\\(\\w+\\.getMethod\\(\\)\\)"
                            + "|\\w+\\.getMethod\\(\\)\\.equals\\((?:HttpMethod|RequestMethod)\\.(\\w+)\\.(?:name|toString)\\(\\)\\)");
    Pattern LISTED =
            Pattern.compile(
                    "(?:Set|List)\\.of\\(([^()]*)\\)\\.contains\\(\\w+\\.(getMethod|getRequestURI|getServletPath|getPathInfo)\\(\\)\\)");
    Pattern PATHS =
            Pattern.compile(
                    "\\w+\\.(?:getRequestURI|getServletPath|getPathInfo)\\(\\)\\.(startsWith|equals)\\(\"([^\"]*)\"\\)"
                            + "|\"([^\"]*)\"\\.equals\\(\\w+\\.(?:getRequestURI|getServletPath|getPathInfo)\\(\\)\\)");
    Pattern PATTERNS =
            Pattern.compile(
                    "[^|&]*\\.match\\(\"([^\"]*)\", ?\\w+\\.(?:getRequestURI|getServletPath|getPathInfo)\\(\\)\\)");

    /// Reads an expression on one line, in which variables stand for nothing else any more.
    static AskedOf read(String text) {
        String code = bare(text.strip());
        List<String> either = split(code, "||");
        if (either.size() > 1) {
            return new Any(either.stream().map(AskedOf::read).toList());
        }
        List<String> both = split(code, "&&");
        if (both.size() > 1) {
            return new All(both.stream().map(AskedOf::read).toList());
        }
        return code.startsWith("!") ? new Not(read(code.substring(1))) : one(code);
    }

    private static AskedOf one(String code) {
        Matcher method = METHODS.matcher(code);
        if (method.matches()) {
            for (int group = 1; group <= method.groupCount(); group++) {
                if (method.group(group) != null) {
                    return new Method(method.group(group));
                }
            }
        }
        Matcher listed = LISTED.matcher(code);
        if (listed.matches()) {
            var parts = new ArrayList<AskedOf>();
            Matcher literal = Pattern.compile("\"([^\"]*)\"").matcher(listed.group(1));
            while (literal.find()) {
                parts.add(
                        listed.group(2).equals("getMethod")
                                ? new Method(literal.group(1))
                                : new Path(literal.group(1)));
            }
            return parts.isEmpty() ? new Else() : new Any(parts);
        }
        Matcher path = PATHS.matcher(code);
        if (path.matches() && path.group(3) != null) {
            return new Path(path.group(3));
        }
        if (path.matches()) {
            return new Path(
                    path.group(1).equals("equals")
                            ? path.group(2)
                            : path.group(2).replaceFirst("/$", "") + "/**");
        }
        Matcher pattern = PATTERNS.matcher(code);
        return pattern.matches() ? new Path(pattern.group(1)) : new Else();
    }

    /// The code without parentheses around all of it.
    private static String bare(String code) {
        String bare = code;
        while (bare.startsWith("(") && closing(bare, 0) == bare.length() - 1) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare;
    }

    /// Where what opens at a place is closed; the end of the text where it is not.
    static int closing(String text, int open) {
        char opening = text.charAt(open);
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        boolean isQuoted = false;
        for (int i = open; i < text.length(); i++) {
            char at = text.charAt(i);
            isQuoted ^= at == '"' && text.charAt(Math.max(0, i - 1)) != '\\';
            if (!isQuoted) {
                depth += at == opening ? 1 : at == closing ? -1 : 0;
            }
            if (depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private static List<String> split(String code, String operator) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) == '(') {
                i = closing(code, i);
            } else if (code.startsWith(operator, i)) {
                parts.add(code.substring(from, i));
                from = i + operator.length();
                i = from - 1;
            }
        }
        parts.add(code.substring(from));
        return parts;
    }

    /// The condition, with what else it asks answered.
    ///
    /// @param answer `Any` of nothing for false, `All` of nothing for true
    default AskedOf with(AskedOf answer) {
        return switch (this) {
            case Else _ -> answer;
            case Not(Else _) -> answer;
            case Not(AskedOf other) -> new Not(other.with(answer));
            case All(List<AskedOf> parts) ->
                    new All(parts.stream().map(one -> one.with(answer)).toList());
            case Any(List<AskedOf> parts) ->
                    new Any(parts.stream().map(one -> one.with(answer)).toList());
            case Method method -> method;
            case Path path -> path;
        };
    }

    /// The ways in which it can be true: each a list of methods and paths, or of what they are not.
    default List<List<AskedOf>> ways() {
        return switch (this) {
            case Method method -> List.of(List.of(method));
            case Path path -> List.of(List.of(path));
            case Else _ -> List.of();
            case Any(List<AskedOf> parts) ->
                    parts.stream().flatMap(one -> one.ways().stream()).toList();
            case All(List<AskedOf> parts) -> {
                List<List<AskedOf>> ways = List.of(List.of());
                for (AskedOf part : parts) {
                    List<List<AskedOf>> more = part.ways();
                    ways =
                            ways.stream()
                                    .flatMap(way -> more.stream().map(one -> joined(way, one)))
                                    .toList();
                }
                yield ways;
            }
            case Not(AskedOf other) ->
                    switch (other) {
                        case Not(AskedOf again) -> again.ways();
                        case Any(List<AskedOf> parts) -> new All(negated(parts)).ways();
                        case All(List<AskedOf> parts) -> new Any(negated(parts)).ways();
                        case Method _, Path _ -> List.of(List.of(this));
                        case Else _ -> List.of();
                    };
        };
    }

    private static List<AskedOf> negated(List<AskedOf> parts) {
        return parts.stream().<AskedOf>map(Not::new).toList();
    }

    private static List<AskedOf> joined(List<AskedOf> first, List<AskedOf> second) {
        var all = new ArrayList<>(first);
        second.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return List.copyOf(all);
    }
}
