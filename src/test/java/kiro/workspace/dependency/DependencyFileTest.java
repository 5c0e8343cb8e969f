package kiro.workspace.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DependencyFileTest {
    private static Map<String, String> read(String path, String text) {
        var versions = new TreeMap<String, String>();
        DependencyFile.of(path)
                .orElseThrow()
                .read(text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .forEach((each, version) ->
                        versions.put(each.ecosystem() + " " + each.name(), version));
        return versions;
    }

    @Test
    @Tag("dependency-changes#AC-1")
    void maven() {
        assertThat(
                        read(
                                "core/pom.xml",
                                """
                                <?xml version="1.0"?>
                                <project xmlns="http://maven.apache.org/POM/4.0.0">
                                  <parent><groupId>org.acme</groupId><artifactId>parent</artifactId><version>3</version></parent>
                                  <artifactId>x</artifactId>
                                  <properties><jackson.version>3.2.4</jackson.version></properties>
                                  <dependencyManagement><dependencies>
                                    <dependency><groupId>a</groupId><artifactId>managed</artifactId><version>9</version></dependency>
                                  </dependencies></dependencyManagement>
                                  <dependencies>
                                    <dependency><!-- why --><groupId>tools.jackson.core</groupId><artifactId>jackson-databind</artifactId>
                                      <version>${jackson.version}</version>
                                      <exclusions><exclusion><groupId>no</groupId><artifactId>no</artifactId></exclusion></exclusions></dependency>
                                    <dependency><groupId>a</groupId><artifactId>managed</artifactId></dependency>
                                    <dependency><groupId>${project.groupId}</groupId><artifactId>own</artifactId><version>${project.version}</version></dependency>
                                  </dependencies>
                                  <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.0</version></plugin></plugins></build>
                                </project>
                                """))
                .isEqualTo(
                        Map.of(
                                "maven org.acme:parent", "3",
                                "maven tools.jackson.core:jackson-databind", "3.2.4",
                                "maven a:managed", "9",
                                "maven org.acme:own", "3",
                                "maven org.apache.maven.plugins:maven-jar-plugin", "3.5.0"));
    }

    @Test
    @Tag("dependency-changes#AC-1")
    void gradle() {
        assertThat(
                        read(
                                "build.gradle.kts",
                                """
                                plugins { id("org.springframework.boot") version "4.0.1" }
                                dependencies {
                                    implementation("com.google.guava:guava:33.5.0-jre")
                                    testImplementation 'junit:junit:4.13.2@jar'
                                    implementation(project(":core"))
                                }
                                """))
                .isEqualTo(
                        Map.of(
                                "maven org.springframework.boot", "4.0.1",
                                "maven com.google.guava:guava", "33.5.0-jre",
                                "maven junit:junit", "4.13.2"));
        assertThat(
                        read(
                                "gradle/libs.versions.toml",
                                """
                                [versions]
                                guava = "33.5.0"
                                [libraries]
                                guava = { module = "com.google.guava:guava", version.ref = "guava" }
                                slf4j = { group = "org.slf4j", name = "slf4j-api", version = "2.0.17" }
                                junit = "junit:junit:4.13.2"
                                [plugins]
                                boot = { id = "org.springframework.boot", version = "4.0.1" }
                                """))
                .isEqualTo(
                        Map.of(
                                "maven com.google.guava:guava", "33.5.0",
                                "maven org.slf4j:slf4j-api", "2.0.17",
                                "maven junit:junit", "4.13.2",
                                "maven org.springframework.boot", "4.0.1"));
        assertThat(
                        read(
                                "gradle.lockfile",
                                "# own\na.b:c:1.2=compileClasspath,runtimeClasspath\nempty=\n"))
                .isEqualTo(Map.of("maven a.b:c", "1.2"));
    }

    @Test
    @Tag("dependency-changes#AC-1")
    void npm() {
        assertThat(
                        read(
                                "package.json",
                                "{\"version\":\"1\",\"dependencies\":{\"@a/b\":\"^1\"},\"devDependencies\":{\"vite\":\"7.0.0\"}}"))
                .isEqualTo(Map.of("npm @a/b", "^1", "npm vite", "7.0.0"));
        assertThat(
                        read(
                                "package-lock.json",
                                """
                                {"name":"x","lockfileVersion":3,"requires":true,"packages":{
                                 "":{"dependencies":{"@a/b":"^1"},"version":"1.0.0"},
                                 "node_modules/@a/b":{"version":"1.4.0","dependencies":{"ms":"2"}},
                                 "node_modules/@a/b/node_modules/ms":{"version":"2.0.0"},
                                 "node_modules/ms":{"version":"3.0.0","engines":{"node":">=18"}},
                                 "packages/own":{"version":"1.0.0"}}}
                                """))
                .isEqualTo(Map.of("npm @a/b", "1.4.0", "npm ms", "3.0.0"));
        assertThat(
                        read(
                                "package-lock.json",
                                "{\"lockfileVersion\":1,\"dependencies\":{\"ms\":{\"version\":\"2.1.3\",\"dependencies\":{\"x\":{\"version\":\"1\"}}}}}"))
                .isEqualTo(Map.of("npm ms", "2.1.3"));
        assertThat(
                        read(
                                "yarn.lock",
                                """
                                # yarn lockfile v1
                                "@a/b@^1.0.0", "@a/b@^1.2.0":
                                  version "1.4.0"
                                  dependencies:
                                    version "9"
                                ms@npm:^2:
                                  version: 2.1.3
                                """))
                .isEqualTo(Map.of("npm @a/b", "1.4.0", "npm ms", "2.1.3"));
        assertThat(
                        read(
                                "pnpm-lock.yaml",
                                """
                                lockfileVersion: '9.0'
                                importers:
                                  .:
                                    dependencies:
                                      ms:
                                        specifier: ^2
                                packages:
                                  '@a/b@1.4.0':
                                    resolution: {integrity: x}
                                  ms@2.1.3:
                                    resolution: {integrity: x}
                                """))
                .isEqualTo(Map.of("npm @a/b", "1.4.0", "npm ms", "2.1.3"));
    }

    @Test
    @Tag("dependency-changes#AC-1")
    void python() {
        assertThat(
                        read(
                                "requirements-dev.txt",
                                """
                                # tools
                                -r requirements.txt
                                Django_Rest[x]==5.2 ; python_version > "3.9"
                                requests>=2.32,<3  # http
                                attrs
                                """))
                .isEqualTo(
                        Map.of(
                                "pypi django-rest", "5.2",
                                "pypi requests", ">=2.32,<3",
                                "pypi attrs", ""));
        assertThat(
                        read(
                                "pyproject.toml",
                                """
                                [project]
                                name = "x"
                                dependencies = [
                                  "httpx[http2]>=0.28",  # "no#comment"
                                  'attrs==25.1',
                                ]
                                [dependency-groups]
                                dev = ["pytest>=8"]
                                [tool.poetry.dependencies]
                                python = "^3.12"
                                flask = { version = "^3.1", extras = ["async"] }
                                """))
                .isEqualTo(
                        Map.of(
                                "pypi httpx", ">=0.28",
                                "pypi attrs", "25.1",
                                "pypi pytest", ">=8",
                                "pypi flask", "^3.1"));
        assertThat(
                        read(
                                "uv.lock",
                                """
                                version = 1
                                [[package]]
                                name = "httpx"
                                version = "0.28.1"
                                source = { registry = "https://pypi.org/simple" }
                                dependencies = [
                                    { name = "anyio" },
                                ]
                                [[package]]
                                name = "anyio"
                                version = "4.9.0"
                                """))
                .isEqualTo(Map.of("pypi httpx", "0.28.1", "pypi anyio", "4.9.0"));
    }

    @Test
    @Tag("dependency-changes#AC-1")
    void go_and_cargo() {
        assertThat(
                        read(
                                "go.mod",
                                """
                                module example.com/x

                                go 1.25

                                require (
                                \tgithub.com/a/b/v2 v2.1.0
                                \tgolang.org/x/net v0.30.0 // indirect
                                )

                                require gopkg.in/yaml.v3 v3.0.1

                                replace github.com/a/b/v2 v2.1.0 => ../b
                                """))
                .isEqualTo(
                        Map.of(
                                "go github.com/a/b/v2", "v2.1.0",
                                "go golang.org/x/net", "v0.30.0",
                                "go gopkg.in/yaml.v3", "v3.0.1"));
        assertThat(
                        read(
                                "Cargo.toml",
                                """
                                [package]
                                name = "x"
                                version = "0.1.0"
                                [dependencies]
                                serde = { version = "1.0.228", features = ["derive"] }
                                rand = "0.9"
                                [target.'cfg(unix)'.dependencies]
                                nix = "0.30"
                                [dev-dependencies.tempfile]
                                version = "3"
                                """))
                .isEqualTo(
                        Map.of(
                                "cargo serde", "1.0.228",
                                "cargo rand", "0.9",
                                "cargo nix", "0.30",
                                "cargo tempfile", "3"));
        assertThat(
                        read(
                                "Cargo.lock",
                                "version = 4\n\n[[package]]\nname = \"rand\"\nversion = \"0.8.5\"\n\n[[package]]\nname = \"rand\"\nversion = \"0.9.2\"\n"))
                .isEqualTo(Map.of("cargo rand", "0.8.5, 0.9.2"));
    }

    @Test
    @Tag("dependency-changes#AC-3")
    void what_is_broken_is_not_read_and_what_is_hostile_reads_nothing_else() {
        for (String path : List.of("pom.xml", "package.json", "package-lock.json", "uv.lock")) {
            assertThat(
                            DependencyFile.of(path)
                                    .orElseThrow()
                                    .read("{[<".getBytes(StandardCharsets.UTF_8)))
                    .as(path)
                    .isEqualTo(Optional.empty());
        }
        String entity =
                "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><project><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>&e;</version></dependency></dependencies></project>";
        assertThat(
                        DependencyFile.POM
                                .read(entity.getBytes(StandardCharsets.UTF_8))
                                .map(found -> found.values().toString())
                                .orElse(""))
                .doesNotContain("root:");
        assertThat(DependencyFile.of("src/main/App.java")).isEmpty();
    }
}
