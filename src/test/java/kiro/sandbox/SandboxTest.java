package kiro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.process.ProgramFinder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    @TempDir Path folder;
    private Path real;
    private Path workspace;
    private CommandRunner commands;

    @BeforeEach
    void makeProject() throws IOException {
        real = folder.toRealPath();
        workspace = real.resolve("project");
        write("project/a.txt", "open\n");
        write("project/.env", "KEY=1\n");
        write("project/web/secrets.json", "{}\n");
        write("project/private/plan.txt", "plan\n");
        write("project/.kiroignore", "private/\n");
        write("project/.kiro/config.yaml", "mode: interactive\n");
        write("project/.git/HEAD", "ref: refs/heads/main\n");
        write("project/.git/config", "[core]\n");
        write("project/.git/hooks/pre-commit", "exit 0\n");
        write("home/.ssh/id_rsa", "key\n");
        write("home/.netrc", "machine\n");
        write("other/file", "other\n");
        commands = new CommandRunner(System.getenv(), real.resolve("spill"));
    }

    @Test
    @Tag("sandbox#AC-1")
    void where_nothing_confines_a_command_is_left_as_it_is() throws Exception {
        try (Sandbox sandbox = sandbox(Optional.of(bwrap("exit 1")))) {
            assertThat(sandbox.confine(shell("ls"), SandboxNeeds.NONE)).isEqualTo(shell("ls"));
        }
    }

    @Test
    @Tag("sandbox#AC-1")
    @Tag("sandbox#AC-2")
    @Tag("sandbox#AC-3")
    @Tag("sandbox#AC-4")
    void what_the_machine_can_do_is_what_a_child_process_has_shown() throws Exception {
        try (Sandbox sandbox =
                sandbox(ProgramFinder.find("bwrap", Optional.of(System.getenv("PATH"))))) {
            assumeTrue(
                    sandbox.state() instanceof SandboxState.Active,
                    () -> "nothing confines on this machine");
            confines(sandbox);
        }
        assertThat(real.resolve("scratch")).doesNotExist();
    }

    @Test
    @Tag("sandbox#AC-10")
    void what_rules_close_cannot_be_written_or_read() throws Exception {
        write("project/docs/legal/a", "terms\n");
        write("project/db/one.sql", "select\n");
        write("project/notes/b", "notes\n");
        try (Sandbox sandbox =
                sandbox(ProgramFinder.find("bwrap", Optional.of(System.getenv("PATH"))))) {
            assumeTrue(
                    sandbox.state() instanceof SandboxState.Active,
                    () -> "nothing confines on this machine");
            var needs = SandboxNeeds.NONE.closing(new LegalAndSql());

            assertThat(
                            run(
                                    sandbox,
                                    "rm -rf docs; mv docs x; echo > docs/legal/new; echo > db/one.sql; rm db/one.sql;"
                                            + " mv db d; cat notes/b; ls notes; echo y > db/ok; true",
                                    needs))
                    .doesNotContain("notes\n", "b\n");
        }
        assertThat(workspace.resolve("docs/legal/a")).hasContent("terms\n");
        assertThat(workspace.resolve("docs/legal/new")).doesNotExist();
        assertThat(workspace.resolve("db/one.sql")).hasContent("select\n");
        assertThat(workspace.resolve("db/ok")).hasContent("y\n");
    }

    @Test
    @Tag("sandbox#AC-11")
    @Tag("sandbox#AC-12")
    void what_is_ignored_is_hidden_in_folders_that_tools_make_and_behind_links() throws Exception {
        write("project/dist/private/plan.txt", "needle\n");
        write("project/node_modules/x/private/a", "needle\n");
        write("project/node_modules/x/test.key", "of a test\n");
        write("other/shared.env", "needle\n");
        Files.createSymbolicLink(workspace.resolve(".env.local"), real.resolve("other/shared.env"));
        try (Sandbox sandbox =
                sandbox(ProgramFinder.find("bwrap", Optional.of(System.getenv("PATH"))))) {
            assumeTrue(
                    sandbox.state() instanceof SandboxState.Active,
                    () -> "nothing confines on this machine");

            assertThat(
                            run(
                                    sandbox,
                                    "cat dist/private/* node_modules/x/private/* .env.local "
                                            + real
                                            + "/other/shared.env node_modules/x/test.key 2>/dev/null"))
                    .endsWith("of a test\n")
                    .doesNotContain("needle");
        }
    }

    /// A program of the machine can be talked to by its socket wherever that lies, and whatever can be written there.
    @Test
    @Tag("sandbox#AC-18")
    void sockets_are_hidden_wherever_they_lie() throws Exception {
        Path place = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "s");
        Path socket = place.resolve("engine.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                Sandbox sandbox =
                        sandbox(ProgramFinder.find("bwrap", Optional.of(System.getenv("PATH"))))) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assumeTrue(sandbox.state() instanceof SandboxState.Active, "nothing confines here");

            assertThat(run(sandbox, "[ -S '" + socket + "' ] || echo hidden"))
                    .isEqualTo("0 hidden\n");
        } finally {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(place);
        }
    }

    @Test
    @Tag("sandbox#AC-4")
    void what_other_tools_keep_of_a_person_is_hidden() throws Exception {
        for (String kept :
                List.of(".vault-token", ".bash_history", ".config/op/config", ".codex/auth.json")) {
            write("home/" + kept, "needle\n");
        }
        try (Sandbox sandbox =
                sandbox(ProgramFinder.find("bwrap", Optional.of(System.getenv("PATH"))))) {
            assumeTrue(sandbox.state() instanceof SandboxState.Active, "nothing confines here");

            assertThat(run(sandbox, "grep -rs needle '" + real.resolve("home") + "' || echo none"))
                    .isEqualTo("0 none\n");
        }
    }

    /// A folder that holds something hidden would carry it to where the next command sees it.
    @Test
    @Tag("sandbox#AC-4")
    void what_is_hidden_stays_so_though_folders_around_it_are_moved() throws Exception {
        write("project/conf/deep/.env", "needle\n");
        write("project/.kiroignore", "private/\n");
        write("project/a/b/private/plan.txt", "needle\n");
        try (Sandbox sandbox =
                sandbox(ProgramFinder.find("bwrap", Optional.of(System.getenv("PATH"))))) {
            assumeTrue(sandbox.state() instanceof SandboxState.Active, "nothing confines here");
            run(sandbox, "mv conf other; mv conf/deep conf/d; mv a c; mv a/b a/c");

            assertThat(run(sandbox, "grep -rs needle . || echo none")).isEqualTo("0 none\n");
        }
    }

    private static final class LegalAndSql implements ClosedPlaces {
        @Override
        public boolean mayHoldOpen(String folder) {
            return false;
        }

        @Override
        public boolean isAny() {
            return true;
        }

        @Override
        public boolean isClosedToWriting(String path) {
            return path.startsWith("docs/legal/") || path.endsWith(".sql");
        }

        @Override
        public boolean isClosedToReading(String path) {
            return path.startsWith("notes/");
        }
    }

    private void confines(Sandbox sandbox) throws Exception {
        assertThat(run(sandbox, "cat a.txt; echo new > b.txt")).isEqualTo("0 open\n");
        assertThat(workspace.resolve("b.txt")).hasContent("new\n");
        assertThat(run(sandbox, "exit 7")).isEqualTo("7 ");
        assertThat(run(sandbox, "[ -w /etc ] || echo kept")).isEqualTo("0 kept\n");
        assertThat(run(sandbox, "echo x > ../other/file || echo kept")).endsWith("kept\n");
        assertThat(real.resolve("other/file")).hasContent("other\n");
        assertThat(run(sandbox, "cat .env web/secrets.json 2>/dev/null; ls -A private"))
                .isEqualTo("0 ");
        assertThat(run(sandbox, "echo x > .env")).doesNotStartWith("0 ");
        assertThat(workspace.resolve(".env")).hasContent("KEY=1\n");
        assertThat(
                        run(
                                sandbox,
                                "cat "
                                        + real
                                        + "/home/.ssh/id_rsa "
                                        + real
                                        + "/home/.netrc 2>/dev/null"))
                .doesNotContain("key", "machine");
        assertThat(run(sandbox, "echo x > .kiro/config.yaml || echo kept")).endsWith("kept\n");
        assertThat(run(sandbox, "echo x > .git/index || echo kept")).endsWith("kept\n");
        assertThat(run(sandbox, "rm -rf .git .kiro; ls .git/config .kiro/config.yaml"))
                .endsWith(".git/config\n.kiro/config.yaml\n");
        var git = new SandboxNeeds(false, true);
        assertThat(
                        run(
                                sandbox,
                                "echo x > .git/index; echo x > .git/hooks/pre-commit || echo kept",
                                git))
                .endsWith("kept\n");
        assertThat(workspace.resolve(".git/index")).hasContent("x\n");
        assertThat(workspace.resolve(".git/hooks/pre-commit")).hasContent("exit 0\n");
        assertThat(run(sandbox, "echo kept > /tmp/between")).isEqualTo("0 ");
        assertThat(run(sandbox, "cat /tmp/between")).isEqualTo("0 kept\n");
        assertThat(run(sandbox, "grep -c : /proc/net/dev")).isEqualTo("0 1\n");
        assertThat(
                        commands.run(
                                sandbox.confine(
                                        Command.shell(
                                                workspace,
                                                Duration.ofSeconds(1),
                                                "sleep 60 & sleep 60"),
                                        SandboxNeeds.NONE)))
                .isInstanceOf(CommandResult.TimedOut.class);
    }

    @Test
    @Tag("sandbox#AC-1")
    @Tag("sandbox#AC-5")
    void each_way_in_which_nothing_confines_has_its_reason() throws Exception {
        assertThat(sandbox(Optional.empty()).state())
                .isEqualTo(new SandboxState.Degraded("bubblewrap (bwrap) is not installed"));
        assertThat(
                        sandbox(
                                        Optional.of(
                                                bwrap(
                                                        "echo 'bwrap: No permissions to create new namespace' >&2; exit 1")))
                                .state())
                .isEqualTo(
                        new SandboxState.Degraded(
                                "bubblewrap does not work here: bwrap: No permissions to create new namespace"));
        assertThat(sandbox(Optional.of(bwrap("exit 3"))).state())
                .isEqualTo(
                        new SandboxState.Degraded(
                                "bubblewrap does not work here: it ended without a word"));
        assertThat(sandbox(Optional.of(real.resolve("none"))).state())
                .isInstanceOf(SandboxState.Degraded.class);
        assertThat(sandbox("Windows 11", Optional.empty(), Optional.empty()).state())
                .isEqualTo(new SandboxState.Degraded("there is no sandbox for Windows 11 yet"));
        assertThat(sandbox("Linux", Optional.empty(), Optional.of("~/.kiro/config.yaml:2")).state())
                .isEqualTo(new SandboxState.Off("~/.kiro/config.yaml:2"));
    }

    @Test
    @Tag("sandbox#AC-1")
    void nothing_is_started_before_it_is_asked_about_and_only_once_then() throws Exception {
        Sandbox sandbox = sandbox(Optional.of(bwrap("echo x >>'" + real + "/calls'; exit 0")));
        assertThat(real.resolve("calls")).doesNotExist();
        assertThat(sandbox.state()).isEqualTo(new SandboxState.Active("bubblewrap"));
        assertThat(sandbox.state()).isEqualTo(new SandboxState.Active("bubblewrap"));
        assertThat(real.resolve("calls")).hasContent("x\n");
    }

    @Test
    @Tag("sandbox#AC-1")
    void a_system_that_gives_no_table_of_processes_is_done_without() throws Exception {
        Sandbox sandbox =
                sandbox(
                        Optional.of(
                                bwrap(
                                        "case \"$*\" in *--unshare-pid*) echo no >&2; exit 1;; esac; exit 0")));
        assertThat(sandbox.state()).isEqualTo(new SandboxState.Active("bubblewrap"));
        assertThat(sandbox.confine(shell("ls"), SandboxNeeds.NONE).argv())
                .doesNotContain("--unshare-pid")
                .contains("--unshare-net")
                .endsWith("--", "/bin/sh", "-c", "ls");
    }

    @Test
    @Tag("sandbox#AC-3")
    void no_command_can_make_hooks_where_there_are_none() throws Exception {
        Files.delete(workspace.resolve(".git/hooks/pre-commit"));
        Files.delete(workspace.resolve(".git/hooks"));
        Sandbox sandbox = sandbox(Optional.of(bwrap("exit 0")));

        assertThat(sandbox.confine(shell("ls"), new SandboxNeeds(false, true)).argv())
                .contains(workspace + "/.git/hooks");
        assertThat(workspace.resolve(".git/hooks")).isEmptyDirectory();
    }

    @Test
    @Tag("sandbox#AC-4")
    void however_many_files_are_hidden_those_in_the_root_are_among_them() throws Exception {
        write("project/.kiroignore", "*.csv\n");
        for (int i = 0; i < 1_100; i++) {
            write("project/data/" + i + ".csv", "x\n");
        }
        write("project/own.csv", "x\n");
        Sandbox sandbox = sandbox(Optional.of(bwrap("exit 0")));

        assertThat(String.join(" ", sandbox.confine(shell("ls"), SandboxNeeds.NONE).argv()))
                .contains(
                        "--ro-bind /dev/null " + workspace + "/.env",
                        "--ro-bind /dev/null " + workspace + "/own.csv",
                        "--tmpfs " + workspace + "/data --remount-ro");
    }

    @Test
    @Tag("sandbox#AC-4")
    void a_place_of_keys_that_is_a_link_is_hidden_where_it_leads_to() throws Exception {
        write("elsewhere/keys/id_ed25519", "key\n");
        Files.createSymbolicLink(real.resolve("home/.gnupg"), real.resolve("elsewhere/keys"));
        Sandbox sandbox = sandbox(Optional.of(bwrap("exit 0")));

        assertThat(String.join(" ", sandbox.confine(shell("ls"), SandboxNeeds.NONE).argv()))
                .contains("--tmpfs " + real + "/elsewhere/keys --remount-ro");
    }

    @Test
    @Tag("sandbox#AC-4")
    void what_a_link_with_the_name_of_a_secret_leads_to_is_hidden_too() throws Exception {
        write("project/config/prod", "KEY=2\n");
        write("project/private/plan.txt", "plan\n");
        Files.createSymbolicLink(workspace.resolve("web/.env"), Path.of("../config/prod"));
        Sandbox sandbox = sandbox(Optional.of(bwrap("exit 0")));

        assertThat(String.join(" ", sandbox.confine(shell("ls"), SandboxNeeds.NONE).argv()))
                .contains("--ro-bind /dev/null " + workspace + "/config/prod");
    }

    /// A socket can be talked to wherever it lies, be it read-only, and without any network.
    @Test
    @Tag("sandbox#AC-2")
    void no_program_of_the_machine_is_talked_to_by_its_socket() throws Exception {
        Path running = Files.createDirectories(real.resolve("run/postgresql"));
        Path control = real.resolve("run/control.sock");
        try (ServerSocketChannel server = socket(control);
                ServerSocketChannel database = socket(running.resolve(".s.PGSQL.5432"))) {
            write("run/plain", "x\n");
            assertThat(LocalSockets.under(real.resolve("run"), true)).containsExactly(control);
            assertThat(LocalSockets.under(real.resolve("run"), false))
                    .containsExactlyInAnyOrder(control, running.resolve(".s.PGSQL.5432"));
            assertThat(server.isOpen() && database.isOpen()).isTrue();
        }
    }

    private static ServerSocketChannel socket(Path file) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(file));
    }

    /// For who is root the walls are those of the mounts alone.
    @Test
    @Tag("sandbox#AC-2")
    void the_settings_of_the_kernel_cannot_be_written() throws Exception {
        try (Sandbox sandbox =
                sandbox(ProgramFinder.find("bwrap", Optional.of(System.getenv("PATH"))))) {
            assumeTrue(
                    sandbox.state() instanceof SandboxState.Active,
                    () -> "nothing confines on this machine");
            String file = "/proc/sys/kernel/core_pattern";
            assertThat(
                            run(
                                    sandbox,
                                    "cat FILE > p; cat p > FILE || echo kept"
                                            .replace("FILE", file)))
                    .endsWith("kept\n");
            assertThat(run(sandbox, "find /proc/sys -type f -writable | wc -l")).isEqualTo("0 0\n");
        }
    }

    @Test
    @Tag("sandbox#AC-7")
    void an_ignore_file_that_is_a_pipe_is_waited_for_by_nobody() throws Exception {
        Files.delete(workspace.resolve(".kiroignore"));
        run(sandbox(Optional.empty()), "mkfifo .kiroignore .gitmodules");
        Sandbox sandbox = sandbox(Optional.of(bwrap("exit 0")));

        assertThat(sandbox.state()).isInstanceOf(SandboxState.Degraded.class);
    }

    @Test
    @Tag("sandbox#AC-3")
    @Tag("sandbox#AC-4")
    void what_is_kept_and_hidden_follows_from_the_project_and_the_home() throws Exception {
        write("home/.kiro/settings/permissions.yaml", "rules: []\n");
        write("project/node_modules/x/.env", "KEY\n");
        write("moved/trust", "x\n");
        write("cache/x", "x\n");
        Sandbox sandbox = sandbox(Optional.of(bwrap("exit 0")));
        String argv = String.join(" ", sandbox.confine(shell("ls"), SandboxNeeds.NONE).argv());
        assertThat(argv)
                .contains(
                        "--bind WS WS --bind CACHE CACHE --bind WS/web WS/web --ro-bind WS/.git WS/.git --ro-bind WS/.kiro WS/.kiro --ro-bind WS/.kiroignore WS/.kiroignore"
                                .replace("WS", workspace.toString())
                                .replace("CACHE", real + "/cache"))
                .contains("--tmpfs " + real + "/home/.ssh --remount-ro " + real + "/home/.ssh")
                .contains("--tmpfs " + real + "/home/.kiro --remount-ro")
                .contains("--tmpfs " + real + "/moved --remount-ro")
                .doesNotContain(real + "/none")
                .contains("--ro-bind /dev/null " + real + "/home/.netrc")
                .contains("--tmpfs " + workspace + "/private --remount-ro")
                .contains("--ro-bind /dev/null " + workspace + "/.env")
                .contains("--ro-bind /dev/null " + workspace + "/web/secrets.json")
                .contains("--unshare-net")
                .doesNotContain("node_modules");
        assertThat(sandbox.confine(shell("ls"), SandboxNeeds.NONE).environment())
                .containsEntry("KIRO_HIDDEN", ".env\nprivate\nweb/secrets.json");
        assertThat(sandbox.confine(shell("ls"), new SandboxNeeds(true, true)).argv())
                .doesNotContain("--unshare-net")
                .containsSubsequence("--bind", workspace + "/.git", workspace + "/.git")
                .contains(
                        workspace + "/.git/hooks",
                        workspace + "/.git/config",
                        workspace + "/.git/commondir");
    }

    @Test
    @Tag("sandbox#AC-3")
    void the_folders_of_a_worktree_are_found() throws Exception {
        write("main/.git/config", "[core]\n");
        write("main/.git/hooks/a", "x\n");
        write("main/.git/worktrees/w/commondir", "../..\n");
        write("tree/.git", "gitdir: " + real + "/main/.git/worktrees/w\n");
        assertThat(GitFolders.of(real.resolve("tree")))
                .isEqualTo(
                        new GitFolders(
                                real.resolve("tree/.git"),
                                List.of(
                                        real.resolve("main/.git/worktrees/w"),
                                        real.resolve("main/.git"))));
        assertThat(GitFolders.of(real.resolve("other")).folders()).isEmpty();
    }

    private String run(Sandbox sandbox, String line) throws InterruptedException {
        return run(sandbox, line, SandboxNeeds.NONE);
    }

    private String run(Sandbox sandbox, String line, SandboxNeeds needs)
            throws InterruptedException {
        return switch (commands.run(sandbox.confine(shell(line), needs))) {
            case CommandResult.Exited exited -> exited.code() + " " + exited.output().text();
            case CommandResult.TimedOut timedOut -> "timed out " + timedOut.output().text();
            case CommandResult.NotStarted not -> not.reason();
        };
    }

    private Command shell(String line) {
        return Command.shell(workspace, Duration.ofSeconds(20), line);
    }

    private Path bwrap(String script) throws IOException {
        Path program = Files.createTempDirectory(real, "bin").resolve("bwrap");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private Sandbox sandbox(Optional<Path> bwrap) {
        return sandbox("Linux", bwrap, Optional.empty());
    }

    private Sandbox sandbox(String system, Optional<Path> bwrap, Optional<String> off) {
        return new Sandbox(
                new SandboxSettings(
                        workspace,
                        real.resolve("home"),
                        real.resolve("scratch"),
                        system,
                        bwrap,
                        off,
                        new SandboxExtras(
                                List.of(real.resolve("cache"), real.resolve("none")),
                                List.of(real.resolve("moved")),
                                false,
                                false,
                                Optional.empty())),
                new CommandRunner(Map.copyOf(System.getenv()), real.resolve("spill")));
    }

    private void write(String path, String text) throws IOException {
        Path file = real.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
