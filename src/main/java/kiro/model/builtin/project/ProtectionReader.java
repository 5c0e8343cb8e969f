package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Protection.Rule;

/// Reads what protects a project: Spring Security's rules, or a filter or interceptor of its own.
final class ProtectionReader {
    private static final Pattern RULE =
            Pattern.compile(
                    "\\.?(requestMatchers|anyRequest|securityMatcher)\\(([^()]*)\\)\\s*\\."
                            + "(permitAll|authenticated|denyAll|hasRole|hasAnyRole|hasAuthority|hasAnyAuthority|fullyAuthenticated|anonymous)\\(");
    private static final Pattern METHOD =
            Pattern.compile("(?:HttpMethod\\.)?\\b(GET|HEAD|POST|PUT|PATCH|DELETE)\\b");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern PATTERNS =
            Pattern.compile("\\.(add|exclude)PathPatterns\\(([^)]*)\\)");

    private final Sources sources;
    private final Pom pom;

    ProtectionReader(Sources sources, Pom pom) {
        this.sources = sources;
        this.pom = pom;
    }

    Protection protection() {
        if (pom.has("spring-boot-starter-security")
                || pom.artifacts().stream()
                        .anyMatch(name -> name.startsWith("spring-boot-starter-oauth2-resource"))
                || sources.mainMentions("SecurityFilterChain")) {
            return springSecurity();
        }
        return own().orElseGet(
                        () -> new Protection(Protection.Kind.NONE, Optional.empty(), List.of()));
    }

    private Protection springSecurity() {
        for (ProjectType type : sources.types()) {
            for (JavaMethod method : type.type().methods()) {
                if (TypeName.of(method.returnType()).raw().equals("SecurityFilterChain")) {
                    return new Protection(
                            Protection.Kind.SPRING_SECURITY,
                            Optional.of(type),
                            rules(method.body().orElse("")));
                }
            }
        }
        // Spring Boot's own chain asks for a caller everywhere.
        return new Protection(
                Protection.Kind.SPRING_SECURITY, Optional.empty(), List.of(new Rule("", "", true)));
    }

    private static List<Rule> rules(String body) {
        var rules = new ArrayList<Rule>();
        var rule = RULE.matcher(body);
        while (rule.find()) {
            boolean isProtected =
                    !rule.group(3).equals("permitAll") && !rule.group(3).equals("anonymous");
            if (rule.group(1).equals("anyRequest")) {
                rules.add(new Rule("", "", isProtected));
                continue;
            }
            var method = METHOD.matcher(rule.group(2).replaceAll("\"[^\"]*\"", ""));
            String verb = method.find() ? method.group(1) : "";
            var pattern = LITERAL.matcher(rule.group(2));
            boolean hasPattern = false;
            while (pattern.find()) {
                rules.add(new Rule(verb, pattern.group(1), isProtected));
                hasPattern = true;
            }
            if (!hasPattern) {
                rules.add(new Rule(verb, "", isProtected));
            }
        }
        return rules;
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
                                            || name.equals("HandlerInterceptor"));
            if (isGuard
                    && type.file()
                            .text()
                            .matches(
                                    "(?s).*(401|UNAUTHORIZED|Unauthori[sz]ed|Unauthenticated|Authentication).*")) {
                return Optional.of(
                        new Protection(Protection.Kind.OWN, Optional.of(type), ownRules(type)));
            }
        }
        return Optional.empty();
    }

    /// Where an interceptor is registered, with the patterns that it is registered for.
    private List<Rule> ownRules(ProjectType guard) {
        var rules = new ArrayList<Rule>();
        if (guard.type().method("shouldNotFilter").isPresent()) {
            return List.of();
        }
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
                    rules.add(isAdded ? rules.size() : 0, new Rule("", pattern.group(1), isAdded));
                }
            }
        }
        if (rules.stream().noneMatch(Rule::isProtected)) {
            rules.add(new Rule("", "", true));
        }
        return rules;
    }
}
