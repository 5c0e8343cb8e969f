package kiro.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.process.ProgramFinder;
import kiro.sandbox.Sandbox;
import kiro.sandbox.SandboxExtras;
import kiro.sandbox.SandboxNeeds;
import kiro.sandbox.SandboxSettings;
import kiro.sandbox.SandboxState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real build tools within real walls, with a library that is not on the machine.
class FetchingTest {
    private static final SandboxNeeds NETWORK = new SandboxNeeds(true, false);
    private static final String LIBRARY = "com/example/kirotest/greeting/1.0/greeting-1.0";

    @TempDir Path folder;
    private Path real;
    private LibraryServer server;

    @BeforeEach
    void serve() throws IOException {
        real = folder.toRealPath();
        Files.createDirectories(real.resolve("home"));
        server = LibraryServer.start();
    }

    @AfterEach
    void close() {
        server.close();
        // It is full of links out of the folder of this test.
        StoreSweep.delete(stores());
    }

    @Test
    @Tag("fetched-libraries#AC-1")
    @Tag("fetched-libraries#AC-2")
    @Tag("fetched-libraries#AC-3")
    void maven_fetches_a_missing_library_once_and_never_into_the_persons_repository()
            throws Exception {
        server.with("/" + LIBRARY + ".pom", pom("greeting", ""))
                .with("/" + LIBRARY + ".jar", jar());
        String compile =
                "mvn -B -q -s settings.xml org.apache.maven.plugins:maven-compiler-plugin:%s:compile"
                        .formatted(compiler());
        try (Sandbox sandbox = mavenProject("one")) {
            assertThat(run(sandbox, "one", compile, NETWORK)).startsWith("0 ");
            assertThat(real.resolve("one/target/classes/Greeter.class")).exists();
            assertThat(run(sandbox, "one", "rm -r target; " + compile, SandboxNeeds.NONE))
                    .startsWith("0 ");
            assertThat(server.given("/" + LIBRARY + ".jar")).isEqualTo(1);
            assertThat(
                            run(
                                    sandbox,
                                    "one",
                                    "echo evil >>\"$(find '%s' -name greeting-1.0.jar)\"; mkdir '%s/evil' 2>&1"
                                            .formatted(stores(), repository()),
                                    NETWORK))
                    .contains("Read-only file system");
        }
        assertThat(repository().resolve("com/example/kirotest")).doesNotExist();
        try (Sandbox other = mavenProject("two")) {
            assertThat(
                            run(
                                    other,
                                    "two",
                                    "words=${MAVEN_ARGS#*=}; find \"${words%% *}\" -name 'greeting*' -o -name 'maven-compiler-plugin*.jar'",
                                    NETWORK))
                    .contains("maven-compiler-plugin-")
                    .doesNotContain("greeting");
        }
    }

    @Test
    @Tag("fetched-libraries#AC-1")
    @Tag("fetched-libraries#AC-2")
    void npm_fetches_a_missing_package_once() throws Exception {
        write(
                "made/package/package.json",
                "{\"name\": \"kirotest-tiny\", \"version\": \"1.0.0\"}\n");
        Path packed = real.resolve("made/tiny.tgz");
        assertThat(
                        new ProcessBuilder("tar", "-czf", packed.toString(), "package")
                                .directory(real.resolve("made").toFile())
                                .start()
                                .waitFor())
                .isZero();
        String archive = "/kirotest-tiny/-/kirotest-tiny-1.0.0.tgz";
        server.with(archive, Files.readAllBytes(packed))
                .with(
                        "/kirotest-tiny",
                        """
                        {"name": "kirotest-tiny", "dist-tags": {"latest": "1.0.0"}, "versions": {"1.0.0":
                          {"name": "kirotest-tiny", "version": "1.0.0", "dist": {"tarball": "%s"}}}}
                        """
                                .formatted(server.address() + archive));
        write("web/package.json", "{\"dependencies\": {\"kirotest-tiny\": \"1.0.0\"}}\n");
        String install = "npm install --silent --no-audit --no-fund --registry " + server.address();
        try (Sandbox sandbox = sandbox("web")) {
            assertThat(run(sandbox, "web", install, NETWORK)).startsWith("0 ");
            assertThat(real.resolve("web/node_modules/kirotest-tiny/package.json")).exists();
            assertThat(
                            run(
                                    sandbox,
                                    "web",
                                    "rm -r node_modules; " + install + " --offline",
                                    SandboxNeeds.NONE))
                    .startsWith("0 ");
            assertThat(real.resolve("web/node_modules/kirotest-tiny/package.json")).exists();
        }
        assertThat(server.given(archive)).isEqualTo(1);
        assertThat(real.resolve("home/.npm")).doesNotExist();
    }

    private Sandbox mavenProject(String name) throws Exception {
        write(
                name + "/pom.xml",
                pom(
                        "project",
                        "<dependencies><dependency><groupId>com.example.kirotest</groupId><artifactId>greeting</artifactId><version>1.0</version></dependency></dependencies>"));
        write(name + "/src/main/java/Greeter.java", "class Greeter {}\n");
        // Nothing of this test goes beyond the machine.
        write(
                name + "/settings.xml",
                "<settings><mirrors><mirror><id>here</id><url>%s</url><mirrorOf>*</mirrorOf></mirror></mirrors></settings>\n"
                        .formatted(server.address()));
        return sandbox(name);
    }

    private static String pom(String name, String more) {
        return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example.kirotest</groupId><artifactId>%s</artifactId><version>1.0</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          %s
        </project>
        """
                .formatted(name, more);
    }

    private static byte[] jar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry("greeting.txt"));
            jar.write("hello\n".getBytes());
        }
        return bytes.toByteArray();
    }

    /// The one that this project is built with, which is therefore on the machine.
    private static String compiler() throws IOException {
        Matcher version =
                Pattern.compile("maven-compiler-plugin</artifactId>\\s*<version>([^<]+)")
                        .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static Path repository() {
        return Path.of(System.getProperty("user.home"), ".m2/repository");
    }

    private Path stores() {
        return real.resolve("stores");
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("HOME", real.resolve("home").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return environment;
    }

    private Sandbox sandbox(String name) throws Exception {
        var sandbox =
                new Sandbox(
                        new SandboxSettings(
                                real.resolve(name),
                                real.resolve("home"),
                                real.resolve("scratch"),
                                "Linux",
                                ProgramFinder.find(
                                        "bwrap", Optional.ofNullable(System.getenv("PATH"))),
                                Optional.empty(),
                                new SandboxExtras(
                                        List.of(),
                                        List.of(),
                                        false,
                                        false,
                                        Optional.of(
                                                new BuildStores(
                                                        stores(),
                                                        real.resolve(name),
                                                        new BuildStores.People(
                                                                real.resolve("home"),
                                                                Path.of(
                                                                        System.getProperty(
                                                                                "user.home")),
                                                                environment(),
                                                                "Linux"),
                                                        Clock.systemUTC())))),
                        commands());
        assumeTrue(sandbox.state() instanceof SandboxState.Active, () -> "nothing confines here");
        return sandbox;
    }

    private CommandRunner commands() {
        return new CommandRunner(environment(), real.resolve("spill"));
    }

    private String run(Sandbox sandbox, String name, String line, SandboxNeeds needs)
            throws InterruptedException {
        Command command = Command.shell(real.resolve(name), Duration.ofSeconds(60), line);
        return switch (commands().run(sandbox.confine(command, needs))) {
            case CommandResult.Exited exited -> exited.code() + " " + exited.output().text();
            case CommandResult.TimedOut timedOut -> "timed out " + timedOut.output().text();
            case CommandResult.NotStarted not -> not.reason();
        };
    }

    private void write(String path, String text) throws IOException {
        Path file = real.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
