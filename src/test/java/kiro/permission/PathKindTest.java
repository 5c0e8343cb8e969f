package kiro.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("permissions#AC-6")
class PathKindTest {
    @ParameterizedTest
    @CsvSource({
        ".git/config, FORBIDDEN, lies inside of git's own folder",
        ".git, FORBIDDEN, lies inside of git's own folder",
        ".GIT/hooks/pre-commit, FORBIDDEN, lies inside of git's own folder",
        "vendor/lib/.git/hooks/x, FORBIDDEN, lies inside of git's own folder",
        ".kiro/evidence/a.json, FORBIDDEN, 'is evidence, which only the engine writes'",
        ".kiro/sessions/1/events.jsonl, FORBIDDEN, belongs to the record of a run",
        ".env, FORBIDDEN, holds secrets",
        ".env.production, FORBIDDEN, holds secrets",
        "deploy/.env.local, FORBIDDEN, holds secrets",
        "certs/server.pem, FORBIDDEN, holds secrets",
        "id_ed25519, FORBIDDEN, holds secrets",
        "config/secrets.yml, FORBIDDEN, holds secrets",
        ".kiro/specs/a.md, GRAVE, tells the tools themselves what to do",
        ".kiro/steering/security.md, GRAVE, tells the tools themselves what to do",
        "AGENTS.md, GRAVE, tells the tools themselves what to do",
        ".vscode/tasks.json, GRAVE, tells the tools themselves what to do",
        ".gitattributes, GRAVE, tells the tools themselves what to do",
        "src/main/resources/db/migration/V1__a.sql, GRAVE, is a database migration",
        "app/migrations/0001_initial.py, GRAVE, is a database migration",
        ".github/workflows/ci.yml, GRAVE, is part of the build pipeline",
        ".ci/run, GRAVE, is part of the build pipeline",
        "Jenkinsfile, GRAVE, is part of the build pipeline",
        "yarn.lock, GRAVE, is a lock file",
        "web/package-lock.json, GRAVE, is a lock file",
        "go.sum, GRAVE, is a lock file",
        "pom.xml, GRAVE, is a build file",
        "module/build.gradle.kts, GRAVE, is a build file",
        "package.json, GRAVE, is a build file",
        "Cargo.toml, GRAVE, is a build file",
        "requirements-dev.txt, GRAVE, is a build file",
        "Makefile, GRAVE, is a build file",
        "mvnw, GRAVE, is a build file",
        "infra/main.tf, GRAVE, describes infrastructure",
        "Dockerfile, GRAVE, describes infrastructure",
        "docker-compose.yml, GRAVE, describes infrastructure",
        "cdk/lib/stack.ts, GRAVE, describes infrastructure",
        "src/main/java/a/SecurityConfig.java, GRAVE, has to do with security",
        "src/auth/handler.ts, GRAVE, has to do with security",
        "src/login_controller.py, GRAVE, has to do with security",
        "src/OAuth2Client.java, GRAVE, has to do with security"
    })
    void more_than_usual_hangs_on_it(String path, Concern concern, String what) {
        assertThat(PathKind.of(path)).contains(new PathKind(concern, what));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/a/UserController.java",
                "src/Author.java",
                "README.md",
                ".gitignore",
                ".github/CODEOWNERS",
                "src/test/java/a/SecurityConfigTest.java",
                "tests/auth/test_login.py",
                "src/login.test.ts",
                ".env.example",
                "docs/environment.md",
                "src/builder.ts",
                "src/gitlab.ts",
                "keyboard.ts",
                "src/evidence/a.txt",
                "block.java",
                "src/migration.ts",
                "src/Tokenizer.java",
                ".kirorc"
            })
    void an_ordinary_file(String path) {
        assertThat(PathKind.of(path)).isEmpty();
    }
}
