package kiro.action;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a file is for in its project, by its path.
enum FileRole {
    SOURCE,
    TEST,
    DOCUMENT,
    /// How the project is built and what it depends on.
    BUILD,
    /// What runs on a server for each change.
    INTEGRATION,
    SPEC,
    OTHER;

    private static final Pattern SPECS = Pattern.compile("(?:.*/)?\\.kiro/specs/.+\\.md");
    private static final Pattern SERVERS =
            Pattern.compile(
                    "(?:.*/)?(?:\\.github/(?:workflows|actions)|\\.circleci|\\.buildkite|\\.ci)/.*"
                            + "|(?:.*/)?(?:\\.gitlab-ci\\.ya?ml|\\.travis\\.yml|Jenkinsfile|azure-pipelines\\.ya?ml|buildspec\\.ya?ml)");
    private static final Pattern BUILDS =
            Pattern.compile(
                    "(?:.*/)?(?:pom\\.xml|build\\.gradle(?:\\.kts)?|settings\\.gradle(?:\\.kts)?|gradle\\.properties"
                            + "|libs\\.versions\\.toml|package\\.json|package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock"
                            + "|pnpm-lock\\.yaml|tsconfig[\\w.]*\\.json|pyproject\\.toml|poetry\\.lock|uv\\.lock|setup\\.(?:py|cfg)"
                            + "|requirements[\\w.-]*\\.txt|Pipfile(?:\\.lock)?|go\\.(?:mod|sum)|Cargo\\.(?:toml|lock)"
                            + "|Makefile|Dockerfile[\\w.]*|CMakeLists\\.txt|gradlew(?:\\.bat)?|mvnw(?:\\.cmd)?)"
                            + "|(?:.*/)?\\.mvn/.*|(?:.*/)?gradle/wrapper/.*|packaging/.*");
    private static final Pattern TESTS =
            Pattern.compile(
                    "(?:.*/)?(?:src/test|src/it|tests?|__tests__|spec|e2e|bench|benches|benchmarks)/.*"
                            + "|(?:.*/)?[^/]+[._-](?:test|spec)\\.\\w+|(?:.*/)?test_[^/]+\\.py|(?:.*/)?conftest\\.py"
                            + "|(?:.*/)?[^/]+Tests?\\.(?:java|kt|cs|swift)");
    private static final Pattern DOCUMENTS =
            Pattern.compile(
                    "(?:.*/)?docs?/.*|(?:.*/)?(?:README|CHANGELOG|CONTRIBUTING|LICENSE|NOTICE|AUTHORS|SECURITY|CODE_OF_CONDUCT|AGENTS)[^/]*"
                            + "|.*\\.(?:md|mdx|rst|adoc|txt)");
    private static final Pattern SOURCES =
            Pattern.compile(
                    ".*\\.(?:java|kt|kts|scala|groovy|ts|tsx|mts|cts|js|jsx|mjs|cjs|vue|svelte|py|go|rs|c|h|cc|cpp|hpp|cs|rb|php"
                            + "|swift|ex|exs|sql|sh|css|scss|html|proto|graphql|tf)");

    static FileRole of(String path) {
        if (SPECS.matcher(path).matches()) {
            return SPEC;
        }
        if (SERVERS.matcher(path).matches()) {
            return INTEGRATION;
        }
        if (BUILDS.matcher(path).matches()) {
            return BUILD;
        }
        if (TESTS.matcher(path).matches()) {
            return TEST;
        }
        if (path.contains("/resources/") || path.startsWith("resources/")) {
            return SOURCE;
        }
        if (DOCUMENTS.matcher(path).matches()) {
            return DOCUMENT;
        }
        return SOURCES.matcher(path.toLowerCase(Locale.ROOT)).matches() ? SOURCE : OTHER;
    }
}
