package kiro.permission;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kiro.secret.SecretFiles;

/// What a file is, as far as its path tells that more than usual hangs on it.
///
/// @param concern how much a change of it matters
/// @param what the end of a sentence that begins with the path
record PathKind(Concern concern, String what) {
    /// A rule for whole paths, in lower case, each beginning with a slash.
    private record Rule(Pattern paths, PathKind kind) {
        static Rule of(Concern concern, String what, String... paths) {
            return new Rule(Pattern.compile(String.join("|", paths)), new PathKind(concern, what));
        }
    }

    /// What nobody but git and the engine writes: these outlast every mode.
    private static final List<Rule> OWN =
            List.of(
                    Rule.of(
                            Concern.FORBIDDEN,
                            "lies inside of git's own folder",
                            ".*/\\.git(/.*)?"),
                    Rule.of(
                            Concern.FORBIDDEN,
                            "is evidence, which only the engine writes",
                            ".*/\\.kiro/evidence(/.*)?"),
                    Rule.of(
                            Concern.FORBIDDEN,
                            "says what is allowed, which only a person does",
                            ".*/\\.kiro/(settings/)?permissions\\.ya?ml",
                            ".*/\\.kiro/workspace-roots(/.*)?"),
                    Rule.of(
                            Concern.FORBIDDEN,
                            "belongs to the record of a run",
                            ".*/\\.kiro/sessions(/.*)?"));

    /// What says who works here, what runs by itself and what is kept from all of them.
    private static final Pattern SETTINGS =
            Pattern.compile(
                    ".*/\\.kiro/((agents|hooks|settings)(/.*)?|(hooks|mcp|config)\\.ya?ml)|.*/\\.kiroignore");

    private static final PathKind SECRET = new PathKind(Concern.FORBIDDEN, "holds secrets");

    private static final List<Rule> OTHERS =
            List.of(
                    Rule.of(
                            Concern.GRAVE,
                            "tells the tools themselves what to do",
                            ".*/\\.kiro(/.*|ignore)?",
                            ".*/(agents|claude|gemini)\\.md",
                            ".*/(\\.vscode|\\.idea|\\.husky|\\.devcontainer)/.*",
                            ".*/(\\.gitattributes|\\.gitmodules|\\.pre-commit-config\\.ya?ml|\\.npmrc)"),
                    Rule.of(
                            Concern.GRAVE,
                            "is a database migration",
                            ".*\\.(sql|ddl)",
                            ".*/(migrations?|flyway|liquibase|alembic)/.*"),
                    Rule.of(
                            Concern.GRAVE,
                            "is part of the build pipeline",
                            ".*/(\\.github/(workflows|actions)|\\.circleci|\\.buildkite|\\.ci)/.*",
                            ".*/(\\.gitlab-ci|azure-pipelines|bitbucket-pipelines|\\.travis|buildspec|appveyor)\\.ya?ml",
                            ".*/jenkinsfile"),
                    Rule.of(
                            Concern.GRAVE,
                            "is a lock file",
                            ".*\\.(lock|lockfile)",
                            ".*/(package-lock\\.json|npm-shrinkwrap\\.json|pnpm-lock\\.yaml|go\\.sum)"),
                    Rule.of(
                            Concern.GRAVE,
                            "is a build file",
                            ".*/(pom|build)\\.xml",
                            ".*\\.gradle(\\.kts)?",
                            ".*/(gradle/wrapper|\\.mvn|buildsrc)/.*",
                            ".*/(mvnw|gradlew)(\\.(cmd|bat))?",
                            ".*/gradle\\.properties",
                            ".*/(package|tsconfig|deno)\\.json",
                            ".*/(cargo|pyproject|pipfile)(\\.toml)?",
                            ".*/(go\\.mod|go\\.work|setup\\.(py|cfg)|cmakelists\\.txt|rakefile|gemfile)",
                            ".*/requirements[^/]*\\.txt",
                            ".*/(gnu)?makefile",
                            ".*\\.(csproj|sln|cabal)"),
                    Rule.of(
                            Concern.GRAVE,
                            "describes infrastructure",
                            ".*\\.(tf|tfvars|hcl|bicep)",
                            ".*/(cdk\\.json|dockerfile[^/]*|chart\\.yaml|serverless\\.ya?ml|samconfig\\.toml)",
                            ".*/(docker-)?compose[^/]*\\.ya?ml",
                            ".*/(cdk|terraform|cloudformation|k8s|kubernetes|helm|infra|infrastructure)/.*",
                            ".*(cloudformation|\\.cfn)[^/]*\\.(ya?ml|json)"));

    private static final Pattern TEST =
            Pattern.compile(
                    "(^|.*/)(tests?|__tests__|e2e|specs?)/.*|.*[._-]?(test|tests|spec|it)\\.[a-z]+");
    private static final Pattern SECURITY_WORD =
            Pattern.compile(
                    "auth|authn|authz|authenticat(e|ion|or)|authoriz(e|ation|er)|oauth2?|oidc|saml|sso|security|crypto"
                            + "|ciphers?|jwt|log(in|out)|passwords?|credentials?|permissions?|tokens?|acl|rbac|csrf|cors"
                            + "|secrets?");
    private static final Pattern WORD_BORDER =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    /// What a path tells of the file; empty for an ordinary one.
    ///
    /// @param path relative to the workspace, with `/` between names
    static Optional<PathKind> of(String path) {
        Optional<PathKind> own = first(OWN, path);
        if (own.isPresent()) {
            return own;
        }
        if (isSecret(path)) {
            return Optional.of(SECRET);
        }
        return first(OTHERS, path).or(() -> security(path));
    }

    /// Whether a change of it is a person's to allow each time, whatever their rules allow for good.
    static boolean isAlwaysAsked(String path) {
        return SETTINGS.matcher("/" + path.toLowerCase(Locale.ROOT)).matches();
    }

    /// Does the path belong to what holds secrets?
    static boolean isSecret(String path) {
        return SecretFiles.include(path) || path.toLowerCase(Locale.ROOT).endsWith(".git/config");
    }

    private static Optional<PathKind> first(List<Rule> rules, String path) {
        return rules.stream().filter(rule -> matches(rule, path)).findFirst().map(Rule::kind);
    }

    /// File systems may ignore case.
    private static boolean matches(Rule rule, String path) {
        return rule.paths().matcher("/" + path.toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<PathKind> security(String path) {
        Predicate<String> isSecurity = word -> SECURITY_WORD.matcher(word).matches();
        boolean isNamedSo =
                WORD_BORDER
                        .splitAsStream(path)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(isSecurity);
        return isNamedSo && !TEST.matcher(path.toLowerCase(Locale.ROOT)).matches()
                ? Optional.of(new PathKind(Concern.GRAVE, "has to do with security"))
                : Optional.empty();
    }
}
