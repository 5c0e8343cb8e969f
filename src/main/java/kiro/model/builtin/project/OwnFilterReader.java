package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Protection.Rule;

/// Reads which requests a filter or interceptor lets pass without asking who sends them.
final class OwnFilterReader {
    private static final String WORKING = "doFilterInternal|doFilter|preHandle";
    private static final Pattern LOCAL =
            Pattern.compile(
                    "(?:final )?\\b(?:String|boolean|var) (\\w+) = ([^;]*(?:getMethod|getRequestURI|getServletPath|getPathInfo)[^;]*);");
    private static final Pattern BRANCH = Pattern.compile("\\bif \\(");
    private static final String EXEMPTING = "shouldNotFilter";
    private static final Pattern ANSWER = Pattern.compile("return (?!true;|false;)([^;]+);");
    private static final AskedOf NEVER = new AskedOf.Any(List.of());
    private static final AskedOf ALWAYS = new AskedOf.All(List.of());

    private final ProjectType guard;
    private final List<AskedOf> passing = new ArrayList<>();
    private final List<AskedOf> refusing = new ArrayList<>();

    private OwnFilterReader(ProjectType guard) {
        this.guard = guard;
    }

    /// What a filter does with requests of strangers; empty where that depends on their method or path, and could not
    /// be read.
    static Optional<List<Rule>> rules(ProjectType guard) {
        Optional<List<Rule>> working = new OwnFilterReader(guard).rules();
        if (guard.type().method(EXEMPTING).isEmpty()) {
            return working;
        }
        Optional<List<Rule>> exempt = new OwnFilterReader(guard).exempted();
        return exempt.flatMap(first -> working.map(rest -> joined(first, rest)));
    }

    /// The rules of what passes a filter by, and then of what goes through it.
    private static List<Rule> joined(List<Rule> first, List<Rule> rest) {
        Rule all = Rule.of("", "", true);
        return first.getLast().equals(all)
                ? Stream.concat(first.stream().limit(first.size() - 1), rest.stream()).toList()
                : first;
    }

    /// What a filter is not asked about at all.
    private Optional<List<Rule>> exempted() {
        String answered =
                ANSWER.matcher(code(EXEMPTING))
                        .replaceAll("if ($1) { return true; } return false;");
        read(answered, ALWAYS);
        return found();
    }

    private String code(String names) {
        return guard.type().methods().stream()
                .filter(method -> method.name().matches(names))
                .flatMap(method -> method.body().stream())
                .map(this::inlined)
                .findFirst()
                .orElse("");
    }

    private Optional<List<Rule>> rules() {
        String code = code(WORKING);
        boolean isOfRequests =
                code.matches(
                        "(?s).*\\.(getMethod|getRequestURI|getServletPath|getPathInfo|getRequestURL)\\(\\).*");
        if (!isOfRequests) {
            return Optional.of(List.of(Rule.of("", "", true)));
        }
        read(code, ALWAYS);
        return found();
    }

    private Optional<List<Rule>> found() {
        List<List<AskedOf>> ways = new ArrayList<>(new AskedOf.Any(passing).with(NEVER).ways());
        ways.addAll(new AskedOf.Not(new AskedOf.Any(refusing).with(ALWAYS)).ways());
        return refusing.isEmpty() ? Optional.empty() : rules(ways);
    }

    private static Optional<List<Rule>> rules(List<List<AskedOf>> ways) {
        var rules = new ArrayList<Rule>();
        Optional<Rule> only = Optional.empty();
        for (List<AskedOf> way : ways) {
            if (way.size() == 1 && way.getFirst() instanceof AskedOf.Not(AskedOf other)) {
                only = rule(List.of(other), true);
                continue;
            }
            Optional<Rule> rule = rule(way, false);
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            rules.add(rule.get());
        }
        only.ifPresent(rules::add);
        rules.add(Rule.of("", "", only.isEmpty()));
        return ways.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(rules));
    }

    private static Optional<Rule> rule(List<AskedOf> way, boolean isProtected) {
        var methods = new ArrayList<String>();
        var paths = new ArrayList<String>();
        for (AskedOf one : way) {
            switch (one) {
                case AskedOf.Method(String name) -> methods.add(name);
                case AskedOf.Path(String pattern) -> paths.add(pattern);
                case AskedOf.Not _, AskedOf.All _, AskedOf.Any _, AskedOf.Else _ -> {
                    return Optional.empty();
                }
            }
        }
        return way.isEmpty() || methods.size() > 1 || paths.size() > 1
                ? Optional.empty()
                : Optional.of(
                        Rule.of(String.join("", methods), String.join("", paths), isProtected));
    }

    /// Takes down what stands in code, and when it is reached.
    private void read(String code, AskedOf when) {
        var own = new StringBuilder();
        int from = 0;
        Matcher branch = BRANCH.matcher(code);
        while (branch.find(from)) {
            own.append(code, from, branch.start());
            int open = branch.end() - 1;
            int close = AskedOf.closing(code, open);
            AskedOf asked = AskedOf.read(code.substring(open + 1, close));
            from = inside(code, close + 1, new AskedOf.All(List.of(when, asked)));
            String rest = code.substring(from).stripLeading();
            if (rest.startsWith("else")) {
                int at = code.indexOf("else", from) + 4;
                from = inside(code, at, new AskedOf.All(List.of(when, new AskedOf.Not(asked))));
            }
        }
        own.append(code.substring(Math.min(from, code.length())));
        take(own.toString(), when);
    }

    /// Reads the block, or the statement, that begins at a place; answers where it ends.
    private int inside(String code, int from, AskedOf when) {
        int at = from;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        if (at >= code.length()) {
            return code.length();
        }
        int end =
                code.charAt(at) == '{'
                        ? AskedOf.closing(code, at) + 1
                        : Math.max(at, code.indexOf(';', at)) + 1;
        read(code.substring(at, Math.min(end, code.length())), when);
        return Math.min(end, code.length());
    }

    private void take(String own, AskedOf when) {
        boolean isRefusal =
                own.matches(
                        "(?s).*(\\b401\\b|UNAUTHORIZED|[uU]nauthori[sz]ed|[uU]nauthenticated|return false|throw new).*");
        boolean isPass =
                own.matches("(?s).*(\\w+\\.doFilter\\([^;]*;\\s*return;|return true;).*")
                        || (!isRefusal && own.matches("(?s).*\\w+\\.doFilter\\(.*"));
        if (isRefusal) {
            refusing.add(when);
        } else if (isPass && !when.equals(ALWAYS)) {
            passing.add(when);
        }
    }

    /// The code on one line, in which constants, variables and questions of the class's own are what they stand for.
    private String inlined(String body) {
        String code = body.replaceAll("//[^\\n]*", "").replaceAll("\\s+", " ");
        for (int depth = 0; depth < 3; depth++) {
            for (JavaMethod method : guard.type().methods()) {
                Matcher returned =
                        Pattern.compile("\\{ ?return ([^;]*); ?}")
                                .matcher(method.body().orElse("").replaceAll("\\s+", " ").strip());
                if (method.returnType().equals("boolean") && returned.matches()) {
                    code =
                            code.replaceAll(
                                    "(?<![\\w.])" + method.name() + "\\([\\w., ()]*?\\)(?=[ )&|;])",
                                    Matcher.quoteReplacement("(" + returned.group(1) + ")"));
                }
            }
            Matcher local = LOCAL.matcher(code);
            while (local.find()) {
                String name = local.group(1);
                String value = local.group(2);
                boolean isPlain = value.matches("\\w+\\.\\w+\\(\\)");
                code =
                        code.substring(0, local.start())
                                + code.substring(local.end())
                                        .replaceAll(
                                                "(?<![\\w.\"])" + name + "\\b(?![\\w\"(])",
                                                Matcher.quoteReplacement(
                                                        isPlain ? value : "(" + value + ")"));
                local = LOCAL.matcher(code);
            }
        }
        for (JavaField field : guard.type().fields()) {
            String value = field.initializer().orElse("").replaceAll("\\s+", " ").strip();
            if (field.is("static") && value.matches("\"[^\"]*\"|(Set|List)\\.of\\([^()]*\\)")) {
                code =
                        code.replaceAll(
                                "(?<![\\w.\"])" + field.name() + "\\b(?![\\w\"(])",
                                Matcher.quoteReplacement(value));
            }
        }
        return code;
    }
}
