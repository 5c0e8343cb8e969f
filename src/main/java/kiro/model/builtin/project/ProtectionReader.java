package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.code.JavaType;
import kiro.model.builtin.project.Protection.Needs;
import kiro.model.builtin.project.Protection.Rule;

/// Reads what protects a project: Spring Security's rules, or a filter or interceptor of its own.
final class ProtectionReader {
    private static final Pattern RULE =
            Pattern.compile(
                    "\\.?(requestMatchers|anyRequest|securityMatcher)\\(([^()]*)\\)\\s*\\."
                            + "(permitAll|authenticated|denyAll|hasRole|hasAnyRole|hasAuthority|hasAnyAuthority|fullyAuthenticated|anonymous)\\(([^()]*)\\)");
    private static final Pattern MARKED =
            Pattern.compile(
                    "(?:[aA]nnotation|AnnotationPresent|findMergedAnnotation)\\([^()]*?(\\w+)\\.class");
    private static final String ADMITS =
            "(?i).*(public|anonymous|open|unprotected|unauthenticated|permit|noauth|nologin|skip|ignore|exempt).*";
    private static final String RESOLVER = "HandlerMethodArgumentResolver";
    private static final Pattern METHOD =
            Pattern.compile("(?:HttpMethod\\.)?\\b(GET|HEAD|POST|PUT|PATCH|DELETE)\\b");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern PATTERNS =
            Pattern.compile("\\.(add|exclude)PathPatterns\\(([^)]*)\\)");

    private final Sources sources;
    private final Pom pom;
    private final Failures failures;

    ProtectionReader(Sources sources, Pom pom, Failures failures) {
        this.sources = sources;
        this.pom = pom;
        this.failures = failures;
    }

    /// @param caller how controllers know who calls
    Protection protection(Optional<Caller> caller) {
        if (pom.has("spring-boot-starter-security")
                || pom.artifacts().stream()
                        .anyMatch(name -> name.startsWith("spring-boot-starter-oauth2-resource"))
                || sources.mainMentions("SecurityFilterChain")) {
            return springSecurity();
        }
        Optional<Protection> own = own();
        return own.filter(ProtectionReader::isOfAll)
                .or(() -> caller.flatMap(Caller::asked).map(ProtectionReader::asking))
                .or(() -> own)
                .orElseGet(() -> new Protection(Protection.Kind.NONE, Optional.empty(), List.of()));
    }

    /// Whether it stands before all endpoints, be it all but marked ones.
    private static boolean isOfAll(Protection own) {
        return own.marker().isPresent() || own.rules().contains(Rule.of("", "", true));
    }

    private static Protection asking(Caller.Source.Asked asked) {
        return new Protection(
                Protection.Kind.RESOLVER,
                Optional.of(asked.type()),
                List.of(Rule.of("", "", true)));
    }

    private Protection springSecurity() {
        for (ProjectType type : sources.types()) {
            for (JavaMethod method : type.type().methods()) {
                if (TypeName.of(method.returnType()).raw().equals("SecurityFilterChain")) {
                    String body =
                            new Constants(sources).inlined(method.body().orElse(""), type.file());
                    return new Protection(
                            Protection.Kind.SPRING_SECURITY,
                            Optional.of(type),
                            rules(body),
                            Optional.empty(),
                            isWhole(body));
                }
            }
        }
        // Spring Boot's own chain asks for a caller everywhere.
        return new Protection(
                Protection.Kind.SPRING_SECURITY, Optional.empty(), List.of(Rule.of("", "", true)));
    }

    /// Whether all that a chain says of requests is of the form that is read.
    private boolean isWhole(String body) {
        long said = Pattern.compile("requestMatchers|anyRequest").matcher(body).results().count();
        return said == RULE.matcher(body).results().count()
                && !body.contains("securityMatcher")
                && !sources.mainMentions("WebSecurityCustomizer");
    }

    private static List<Rule> rules(String body) {
        var rules = new ArrayList<Rule>();
        var rule = RULE.matcher(body);
        while (rule.find()) {
            Needs needs = needs(rule.group(3));
            List<String> roles =
                    needs == Needs.ROLE
                            ? LITERAL.matcher(rule.group(4))
                                    .results()
                                    .map(found -> found.group(1).replaceFirst("^ROLE_", ""))
                                    .toList()
                            : List.of();
            if (rule.group(1).equals("anyRequest")) {
                rules.add(new Rule("", "", needs, roles));
                continue;
            }
            var method = METHOD.matcher(rule.group(2).replaceAll("\"[^\"]*\"", ""));
            String verb = method.find() ? method.group(1) : "";
            var pattern = LITERAL.matcher(rule.group(2));
            boolean hasPattern = false;
            while (pattern.find()) {
                rules.add(new Rule(verb, pattern.group(1), needs, roles));
                hasPattern = true;
            }
            if (!hasPattern) {
                rules.add(new Rule(verb, "", needs, roles));
            }
        }
        return rules;
    }

    private static Needs needs(String word) {
        return switch (word) {
            case "permitAll", "anonymous" -> Needs.NOTHING;
            case "denyAll" -> Needs.NOBODY;
            case "authenticated", "fullyAuthenticated" -> Needs.CALLER;
            default -> Needs.ROLE;
        };
    }

    /// A filter or interceptor that answers 401.
    private Optional<Protection> own() {
        for (ProjectType type : sources.types()) {
            boolean isGuard =
                    type.type().supertypes().stream()
                            .map(name -> TypeName.of(name).raw())
                            .anyMatch(name ->
                                    name.equals("OncePerRequestFilter")
                                            || name.equals("Filter")
                                            || name.equals("HandlerInterceptor")
                                            || name.equals(RESOLVER));
            if (isGuard && new Refusals(failures).refuses(type.file().text())) {
                return Optional.of(
                        isResolver(type)
                                ? new Protection(
                                        Protection.Kind.RESOLVER,
                                        Optional.of(type),
                                        List.of(Rule.of("", "", true)))
                                : own(type));
            }
        }
        return Optional.empty();
    }

    private Protection own(ProjectType guard) {
        Optional<Marker> marker = marker(guard);
        boolean asksMarked = marker.filter(one -> !one.admits()).isPresent();
        Optional<List<Rule>> read = ownRules(guard);
        return new Protection(
                Protection.Kind.OWN,
                Optional.of(guard),
                asksMarked
                        ? List.of(Rule.of("", "", false))
                        : read.orElseGet(() -> List.of(Rule.of("", "", true))),
                marker,
                read.filter(rules -> !rules.isEmpty() && marker.isEmpty()).isPresent());
    }

    /// The annotation of methods that the guard looks for.
    private Optional<Marker> marker(ProjectType guard) {
        return MARKED.matcher(guard.file().text())
                .results()
                .map(found -> sources.resolve(found.group(1), guard.file()))
                .flatMap(Optional::stream)
                .filter(type -> type.type().kind() == JavaType.Kind.ANNOTATION)
                .findFirst()
                .map(type -> new Marker(type, type.name().matches(ADMITS)));
    }

    private static boolean isResolver(ProjectType type) {
        return type.type().supertypes().stream()
                .map(name -> TypeName.of(name).raw())
                .anyMatch(RESOLVER::equals);
    }

    /// Where an interceptor is registered, with the patterns that it is registered for.
    private Optional<List<Rule>> ownRules(ProjectType guard) {
        var rules = new ArrayList<Rule>();
        for (ProjectType type : sources.types()) {
            if (!type.file().text().contains("addInterceptor")
                    && !type.file().text().contains("FilterRegistrationBean")) {
                continue;
            }
            var patterns = PATTERNS.matcher(type.file().text());
            while (patterns.find()) {
                var pattern = LITERAL.matcher(patterns.group(2));
                while (pattern.find()) {
                    boolean isAdded = patterns.group(1).equals("add");
                    rules.add(isAdded ? rules.size() : 0, Rule.of("", pattern.group(1), isAdded));
                }
            }
        }
        if (rules.stream().anyMatch(rule -> rule.needs() != Needs.NOTHING)) {
            return Optional.of(rules);
        }
        return OwnFilterReader.rules(guard)
                .map(read -> Stream.concat(rules.stream(), read.stream()).toList());
    }
}
