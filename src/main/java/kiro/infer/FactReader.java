package kiro.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;

/// Reads what the code touches outside of itself, what it is set by, and where it stops.
final class FactReader {
    private static final Pattern LIMIT =
            Pattern.compile(
                    "(?i)(?:.*_)?(?:max|min|limit|timeout|ttl|retries|quota|page_?size|rate|burst|window)(?:_.*)?"
                            + "|(?:max|min|limit|timeout|ttl|retries|rate|window)[A-Z]\\w*"
                            + "|\\w*(?:Limit|Timeout|Ttl|Retries|Quota|PageSize|Size|WindowMs)");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "-?\\d[\\d_.]*[A-Za-z]{0,3}(?:\\s*\\*\\s*[\\d_.]+|\\s*\\*\\s*time\\.\\w+)*");
    private static final int LONGEST_LIMIT = 60;
    private static final Set<String> CONFIGURED =
            Set.of("get", "getOrThrow", "getProperty", "GetString", "GetInt", "GetBool", "require");
    private static final Pattern CONFIGURATION =
            Pattern.compile(
                    "(?:.*\\W)?(?:[Cc]onfig(?:Service)?|configService|viper|environment|env)\\.\\w+");
    private static final Pattern LIMITING =
            Pattern.compile(
                    "(?i)(?:(?:set|with|connect|read)?_?timeout|rateLimit|limit|NewLimiter|classic|setMax\\w+|maxAge|SetReadDeadline)");
    private static final Set<String> DECLARATIONS =
            Set.of(
                    "variable_declarator",
                    "assignment",
                    "const_spec",
                    "const_item",
                    "pair",
                    "keyword_argument",
                    "keyed_element");

    /// These say what data may be, and are read as rules.
    private static final Set<String> RULES =
            Set.of(
                    "min",
                    "max",
                    "minLength",
                    "maxLength",
                    "minimum",
                    "maximum",
                    "min_length",
                    "max_length");

    private static final Set<String> ACCESS =
            Set.of(
                    "PreAuthorize",
                    "Secured",
                    "RolesAllowed",
                    "UseGuards",
                    "Roles",
                    "login_required",
                    "permission_required",
                    "permission_classes",
                    "jwt_required");
    private static final Set<String> RATES =
            Set.of(
                    "RateLimiter",
                    "Throttle",
                    "limiter.limit",
                    "ratelimit",
                    "Bulkhead",
                    "TimeLimiter");

    private final SourceFile file;
    private final Texts texts;
    private final VariableTypes variables;
    private final LinkedHashMap<String, Fact> facts = new LinkedHashMap<>();

    FactReader(SourceFile file, Texts texts, VariableTypes variables) {
        this.file = file;
        this.texts = texts;
        this.variables = variables;
    }

    List<Fact> read(List<Symbol> symbols, List<Call> calls) {
        for (Call call : calls) {
            effect(call).ifPresent(kind -> addEffect(kind, call));
            addSetting(call);
            addTimeout(call);
        }
        symbols.forEach(this::addDecorators);
        file.root().below(DECLARATIONS, this::addLimit);
        file.root()
                .below(
                        Set.of(
                                "member_expression",
                                "subscript_expression",
                                "subscript",
                                "annotation"),
                        this::addRead);
        return new ArrayList<>(facts.values());
    }

    /// By its own name, else by that of its receiver's type.
    private Optional<Fact.Kind> effect(Call call) {
        Optional<Fact.Kind> kind = Effects.of(file.language(), call.callee());
        String typed = kind.isPresent() ? call.callee() : variables.typed(call.callee());
        return typed.equals(call.callee()) ? kind : Effects.of(file.language(), typed);
    }

    private void add(Fact.Kind kind, String text, SyntaxNode node) {
        facts.putIfAbsent(kind + text, new Fact(kind, text, Place.of(file.path(), node)));
    }

    private void addEffect(Fact.Kind kind, Call call) {
        String callee = call.callee();
        add(kind, Conditions.code(callee.length() > 60 ? call.name() : callee), call.node());
    }

    private void addSetting(Call call) {
        boolean isSetting =
                switch (call.callee()) {
                    case "System.getenv",
                            "System.getProperty",
                            "os.getenv",
                            "os.environ.get",
                            "os.Getenv",
                            "os.LookupEnv",
                            "env::var",
                            "std::env::var",
                            "dotenv::var" ->
                            true;
                    default ->
                            CONFIGURED.contains(call.name())
                                    && CONFIGURATION.matcher(call.callee()).matches();
                };
        if (isSetting && !call.arguments().isEmpty()) {
            texts.of(call.arguments().getFirst())
                    .ifPresent(name -> add(Fact.Kind.SETTING, Conditions.code(name), call.node()));
        }
    }

    private void addTimeout(Call call) {
        boolean isLimit = !call.arguments().isEmpty() && LIMITING.matcher(call.name()).matches();
        if (!isLimit) {
            return;
        }
        String arguments = call.node().child("arguments").map(SyntaxNode::flatText).orElse("");
        if (arguments.matches(".*\\d.*") && arguments.length() < 90) {
            add(Fact.Kind.LIMIT, Conditions.code(call.name() + arguments), call.node());
        }
    }

    private void addDecorators(Symbol symbol) {
        for (Decorator each : Decorator.of(symbol.decorators())) {
            if (ACCESS.contains(each.simpleName())) {
                add(
                        Fact.Kind.ACCESS,
                        "%s asks for %s"
                                .formatted(
                                        Conditions.code(symbol.qualifiedName()),
                                        Conditions.code(each.node().flatText())),
                        each.node());
            } else if (RATES.contains(each.name()) || RATES.contains(each.simpleName())) {
                add(
                        Fact.Kind.LIMIT,
                        "%s is limited by %s"
                                .formatted(
                                        Conditions.code(symbol.qualifiedName()),
                                        Conditions.code(each.node().flatText())),
                        each.node());
            }
        }
    }

    private void addLimit(SyntaxNode node) {
        Optional<SyntaxNode> name =
                node.child("name").or(() -> node.child("left")).or(() -> node.child("key"));
        Optional<SyntaxNode> value = node.child("value").or(() -> node.child("right"));
        if (name.isEmpty()
                || value.isEmpty()
                || value.get().end() - value.get().start() > LONGEST_LIMIT) {
            return;
        }
        String text = value.get().flatText();
        boolean isLimit =
                LIMIT.matcher(name.get().text()).matches()
                        && !RULES.contains(name.get().text())
                        && (NUMBER.matcher(text).matches()
                                || text.matches(
                                        "Duration\\.of\\w+\\([\\d_]+\\)|Duration::from_\\w+\\([\\d_]+\\)|['\"]\\d+\\s?[kKmMgG]?[bB]['\"]|timedelta\\([^()]*\\d\\)|[\\d_]+ \\* time\\.\\w+"));
        if (isLimit) {
            add(
                    Fact.Kind.LIMIT,
                    Conditions.code(name.get().text()) + " is " + Conditions.code(text),
                    node);
        }
    }

    /// `process.env.X`, `os.environ["X"]`, `@Value("${x}")`.
    private void addRead(SyntaxNode node) {
        switch (node.kind()) {
            case "member_expression" -> {
                if (node.text().startsWith("process.env.")
                        || node.text().startsWith("import.meta.env.")) {
                    add(
                            Fact.Kind.SETTING,
                            Conditions.code(node.text().replaceFirst("^.*\\benv\\.", "")),
                            node);
                }
            }
            case "annotation" -> addAnnotation(node);
            default -> {
                if (node.text().startsWith("os.environ[")
                        || node.text().startsWith("process.env[")) {
                    node.named().stream()
                            .flatMap(each -> texts.of(each).stream())
                            .findFirst()
                            .ifPresent(name -> add(Fact.Kind.SETTING, Conditions.code(name), node));
                }
            }
        }
    }

    private void addAnnotation(SyntaxNode node) {
        for (Decorator each : Decorator.of(List.of(node))) {
            Optional<String> text = each.value("value", "prefix").flatMap(texts::of);
            Matcher property = Pattern.compile("\\$\\{([^}:]+).*").matcher(text.orElse(""));
            if (each.name().equals("Value") && property.matches()) {
                add(Fact.Kind.SETTING, Conditions.code(property.group(1)), node);
            } else if (each.name().equals("ConfigurationProperties") && text.isPresent()) {
                add(Fact.Kind.SETTING, Conditions.code(text.get() + ".*"), node);
            }
        }
    }
}
