package kiro.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.process.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStoresTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;
    private Path real;
    private Path workspace;
    private Map<String, String> environment;

    @BeforeEach
    void makeProject() throws IOException {
        real = folder.toRealPath();
        workspace = Files.createDirectories(real.resolve("project"));
        environment = new HashMap<>(Map.of("PATH", real.resolve("programs").toString()));
    }

    @Test
    @Tag("fetched-libraries#AC-2")
    void each_tool_of_the_workspace_is_led_to_a_folder_of_its_own() throws IOException {
        for (String mark : List.of("pom.xml", "a/build.gradle", "b/c/go.mod", "Cargo.toml")) {
            write("project/" + mark, "");
        }
        write("project/pnpm-lock.yaml", "");
        write("project/yarn.lock", "");
        write("home/.gradle/caches/modules-2/x", "");
        environment.put("MAVEN_OPTS", "-Xmx1g");
        BuildStores stores = stores(NOW);
        String own = stores.folder().toString();
        String repository =
                "-Dmaven.repo.local=%s/maven/repository -Dmaven.repo.local.tail=%s/home/.m2/repository"
                        .formatted(own, real);

        BuildStores.Given given = stores.given(shell("make"), List.of(), true);

        var expected = new TreeMap<String, String>();
        expected.put("MAVEN_OPTS", "-Xmx1g " + repository);
        expected.put("MAVEN_ARGS", repository);
        expected.put("MAVEN_USER_HOME", own + "/maven/home");
        expected.put("GRADLE_USER_HOME", own + "/gradle");
        expected.put("GRADLE_RO_DEP_CACHE", real + "/home/.gradle/caches");
        expected.put("GOMODCACHE", own + "/go/mod");
        expected.put("GOCACHE", own + "/go/build");
        expected.put("CARGO_HOME", own + "/cargo");
        expected.put("npm_config_cache", own + "/fetched/npm");
        expected.put("NPM_CONFIG_CACHE", own + "/fetched/npm");
        expected.put("npm_config_store_dir", own + "/fetched/pnpm");
        expected.put("pnpm_config_store_dir", own + "/fetched/pnpm");
        expected.put("YARN_CACHE_FOLDER", own + "/fetched/yarn-1");
        expected.put("PIP_CACHE_DIR", own + "/fetched/pip");
        expected.put("UV_CACHE_DIR", own + "/fetched/uv");
        expected.put("BUN_INSTALL_CACHE_DIR", own + "/fetched/bun");
        expected.put("DENO_DIR", own + "/fetched/deno");
        assertThat(new TreeMap<>(given.environment())).isEqualTo(expected);
        assertThat(given.writable())
                .containsExactly(
                        stores.folder().resolve("cargo"),
                        stores.folder().resolve("fetched"),
                        stores.folder().resolve("go"),
                        stores.folder().resolve("gradle"),
                        stores.folder().resolve("maven"));
    }

    @Test
    @Tag("fetched-libraries#AC-4")
    void a_tool_that_may_write_where_it_does_by_itself_keeps_to_that() throws IOException {
        write("project/pom.xml", "");
        write("project/.mvn/maven.config", "-Dmaven.repo.local=.m2/repository\n");
        write("project/build.gradle", "");
        environment.put("npm_config_cache", workspace.resolve(".npm").toString());

        Map<String, String> given =
                stores(NOW)
                        .given(shell("make"), List.of(real.resolve("home/.gradle")), true)
                        .environment();

        assertThat(given).containsKeys("MAVEN_USER_HOME", "PIP_CACHE_DIR");
        assertThat(given)
                .doesNotContainKeys(
                        "MAVEN_OPTS", "MAVEN_ARGS", "GRADLE_USER_HOME", "npm_config_cache");
    }

    @Test
    @Tag("fetched-libraries#AC-4")
    void a_repository_that_settings_name_is_the_one_that_is_read() throws IOException {
        write("project/pom.xml", "");
        write(
                "home/.m2/settings.xml",
                "<settings><!-- <localRepository>/no</localRepository> --><localRepository>${user.home}/libraries</localRepository></settings>");
        assertThat(tail()).isEqualTo(real + "/home/libraries");

        environment.put("MAVEN_OPTS", "-Dmaven.repo.local=/elsewhere");
        assertThat(tail()).isEqualTo("/elsewhere");

        write("project/.mvn/maven.config", "-B\n-Dmaven.repo.local=/of/project\n");
        assertThat(tail()).isEqualTo("/of/project");
    }

    @Test
    @Tag("fetched-libraries#AC-3")
    void without_network_no_tool_loses_what_the_person_has() throws IOException {
        write("project/pom.xml", "");
        write("project/Cargo.toml", "");
        BuildStores stores = stores(NOW);
        assertThat(stores.given(shell("make"), List.of(), false).environment())
                .containsOnlyKeys("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_USER_HOME");

        Path npm = stores.folder().resolve("fetched/npm");
        stores.given(shell("make"), List.of(), true);
        Files.createDirectories(npm);
        assertThat(stores.given(shell("make"), List.of(), false).environment())
                .containsKeys("MAVEN_OPTS", "CARGO_HOME", "npm_config_cache")
                .doesNotContainKey("PIP_CACHE_DIR");
    }

    @Test
    @Tag("fetched-libraries#AC-3")
    void what_an_older_maven_is_shown_are_links() throws IOException {
        write(
                "project/.mvn/wrapper/maven-wrapper.properties",
                "distributionUrl=x/apache-maven-3.8.7-bin.zip\n");
        write("project/pom.xml", "");
        String version = "home/.m2/repository/org/tiny/1.0/";
        write(version + "tiny-1.0.jar", "jar");
        write(version + "tiny-1.0.jar.sha1", "sum");
        write(version + "_remote.repositories", "tiny>central=");
        write("home/.m2/repository/org/tiny/maven-metadata-central.xml", "<metadata/>");
        write("home/.m2/wrapper/dists/apache-maven-3.8.7-bin/abc/bin/mvn", "");
        BuildStores stores = stores(NOW);

        stores.given(shell("make"), List.of(), true);

        assertThat(tree(stores.folder().resolve("maven")))
                .containsExactly(
                        "home/wrapper/dists/apache-maven-3.8.7-bin/abc -> "
                                + real
                                + "/home/.m2/wrapper/dists/apache-maven-3.8.7-bin/abc",
                        "repository/org/tiny/1.0/tiny-1.0.jar -> "
                                + real
                                + "/"
                                + version
                                + "tiny-1.0.jar",
                        "repository/org/tiny/maven-metadata-central.xml");
        assertThat(Stream.of("3.8.7", "3.9.0", "3", "?").allMatch(MavenVersion::isOld)).isTrue();
        assertThat(Stream.of("3.9.1", "3.10", "4.0.0-rc-4").noneMatch(MavenVersion::isOld))
                .isTrue();
    }

    @Test
    @Tag("fetched-libraries#AC-3")
    void settings_and_downloads_of_the_person_are_linked_for_other_tools() throws IOException {
        for (String mark : List.of("build.gradle", "go.mod", "Cargo.toml")) {
            write("project/" + mark, "");
        }
        write("home/.gradle/gradle.properties", "");
        write("home/.gradle/wrapper/dists/gradle-9-bin/abc/gradle-9-bin.zip.lck", "");
        write("home/.gradle/wrapper/dists/gradle-9-bin/abc/gradle-9-bin.zip.ok", "");
        write("home/go/pkg/mod/cache/download/x/@v/v1.zip", "");
        write("home/go/pkg/mod/cache/download/x/@v/v1.lock", "");
        write("home/go/pkg/mod/cache/download/sumdb/sum.golang.org/latest", "");
        write("home/.cargo/config.toml", "");
        write("home/.cargo/credentials.toml", "");
        write("home/.cargo/registry/cache/index/tiny-1.crate", "");
        write("home/.cargo/registry/index/index/.cache/ti/ny/tiny", "");
        BuildStores stores = stores(NOW);

        stores.given(shell("make"), List.of(), true);

        assertThat(
                        tree(stores.folder()).stream()
                                .filter(line -> !line.startsWith("."))
                                .map(line -> line.replaceFirst(" -> .*", " ->")))
                .containsExactly(
                        "cargo/config.toml ->",
                        "cargo/registry/cache/index/tiny-1.crate ->",
                        "cargo/registry/index/index/.cache/ti/ny/tiny ->",
                        "go/mod/cache/download/sumdb/sum.golang.org/latest",
                        "go/mod/cache/download/x/@v/v1.zip ->",
                        "gradle/gradle.properties ->",
                        "gradle/init.d ->",
                        "gradle/init.gradle ->",
                        "gradle/init.gradle.kts ->",
                        "gradle/wrapper/dists/gradle-9-bin/abc/gradle-9-bin.zip.ok ->");
    }

    @Test
    @Tag("fetched-libraries#AC-6")
    void what_nobody_needs_any_more_is_deleted() throws IOException {
        Path gone = store("gone", NOW.minus(Duration.ofDays(2)));
        Path old = store("old", NOW.minus(Duration.ofDays(31)));
        Path large = store("large", NOW.minus(Duration.ofDays(3)));
        Path used = store("used", NOW.minus(Duration.ofHours(3)));
        Path inUse = store("in-use", NOW.minus(Duration.ofHours(2)));
        Files.delete(real.resolve("work/gone"));
        Files.delete(real.resolve("work/in-use"));
        write("outside/kept", "");
        Files.createSymbolicLink(old.resolve("maven/link"), real.resolve("outside"));

        new StoreSweep(real.resolve("stores"), at(NOW), 250).sweep();

        assertThat(List.of(gone, old, large)).noneMatch(Files::exists);
        assertThat(List.of(used, inUse, real.resolve("outside/kept"))).allMatch(Files::exists);

        Path later = store("later", NOW.minus(Duration.ofDays(40)));
        new StoreSweep(real.resolve("stores"), at(NOW.plus(Duration.ofHours(20)))).sweep();
        assertThat(later).exists();
        new StoreSweep(real.resolve("stores"), at(NOW.plus(Duration.ofHours(25)))).sweep();
        assertThat(later).doesNotExist();
    }

    private Path store(String name, Instant used) throws IOException {
        Path work = Files.createDirectories(real.resolve("work").resolve(name));
        Path store = real.resolve("stores").resolve(name);
        write("stores/" + name + "/maven/library", "x".repeat(100));
        write("stores/" + name + "/" + BuildStores.OF, work + "\n");
        write("stores/" + name + "/" + BuildStores.USED, "");
        Files.setLastModifiedTime(store.resolve(BuildStores.USED), FileTime.from(used));
        return store;
    }

    private String tail() {
        String words =
                stores(NOW).given(shell("make"), List.of(), true).environment().get("MAVEN_OPTS");
        return String.valueOf(words).replaceFirst(".*-Dmaven.repo.local.tail=", "");
    }

    /// All but folders, with what links lead to.
    private static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file) + target(file))
                    .sorted()
                    .toList();
        }
    }

    private static String target(Path file) {
        try {
            return Files.isSymbolicLink(file) ? " -> " + Files.readSymbolicLink(file) : "";
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private BuildStores stores(Instant now) {
        return new BuildStores(
                real.resolve("stores"),
                workspace,
                new BuildStores.People(
                        real.resolve("home"), real.resolve("home"), environment, "Linux"),
                at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Command shell(String line) {
        return Command.shell(workspace, Duration.ofSeconds(20), line);
    }

    private void write(String path, String text) throws IOException {
        Path file = real.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
