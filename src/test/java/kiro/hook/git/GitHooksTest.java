package kiro.hook.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With a real git, and a program in the place of kiro that writes down how it is called.
class GitHooksTest {
    private static final String KIRO =
            """
            #!/bin/sh
            echo "kiro $*" >> '%1$s/calls'
            case "$*" in *pre-push*) cat >> '%1$s/calls' ;; esac
            [ ! -e '%1$s/no' ]
            """;

    @TempDir private Path folder;
    private TemporaryWorkspace files;
    private Path top;
    private Path kiro;

    @BeforeEach
    void makeRepository() throws Exception {
        files =
                TemporaryWorkspace.in(folder)
                        .with(
                                "repo/.kiro/hooks.yaml",
                                "# pre-commit prepare-commit-msg post-commit\n")
                        .with("repo/a.txt", "a\n");
        top = files.root().resolve("repo");
        kiro = program("bin/its kiro", KIRO.formatted(folder.toRealPath()));
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Test");
        git("config", "user.email", "test@example.com");
    }

    private Path program(String path, String text) throws Exception {
        files.with(path, text);
        Path file = files.root().resolve(path);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private String git(String... arguments) throws Exception {
        return git(top, Map.of(), arguments);
    }

    /// What git prints, and how it ends where that is not well.
    private String git(Path at, Map<String, String> variables, String... arguments)
            throws Exception {
        var argv = new ArrayList<>(List.of("git"));
        argv.addAll(List.of(arguments));
        var environment = new HashMap<String, String>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_EDITOR", "true");
        environment.putAll(variables);
        CommandResult result =
                new CommandRunner(environment, folder.resolve("spill"))
                        .run(Command.of(at, Duration.ofSeconds(30), argv));
        assertThat(result).isInstanceOf(CommandResult.Exited.class);
        var exited = (CommandResult.Exited) result;
        return exited.output().text()
                + (exited.code() == 0 ? "" : "exit code " + exited.code() + "\n");
    }

    private GitHooks hooks() throws Exception {
        return hooks(top);
    }

    private GitHooks hooks(Path root) throws Exception {
        var commands =
                new CommandRunner(
                        Map.of(
                                "PATH",
                                System.getenv("PATH"),
                                "HOME",
                                folder.resolve("home").toString()),
                        folder.resolve("spill"));
        return GitHooks.around(root, commands, List.of(kiro.toString(), "it's")).orElseThrow();
    }

    private List<String> calls() throws Exception {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private Map<String, String> content(Path at) throws Exception {
        var content = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(at)) {
            for (Path file : all.filter(each -> !Files.isDirectory(each)).toList()) {
                content.put(
                        at.relativize(file).toString(),
                        Files.isSymbolicLink(file)
                                ? "-> " + Files.readSymbolicLink(file)
                                : PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                                        + Files.readString(file));
            }
        }
        return content;
    }

    @Test
    @Tag("git-hooks#AC-1")
    @Tag("git-hooks#AC-9")
    void git_calls_kiro_for_each_step() throws Exception {
        hooks().install();
        List<Path> again = hooks().install();
        git("init", "-q", "--bare", "../other.git");
        git("remote", "add", "origin", "../other.git");
        git("add", "-A");
        git("commit", "-q", "-m", "one");
        String head = git("rev-parse", "HEAD").strip();
        git("push", "-q", "origin", "main");

        assertThat(again).isEmpty();
        assertThat(calls())
                .containsExactly(
                        "kiro it's hooks git --in . pre-commit --",
                        "kiro it's hooks git --in . prepare-commit-msg -- .git/COMMIT_EDITMSG message",
                        "kiro it's hooks git --in . post-commit --",
                        "kiro it's hooks git --in . pre-push -- origin ../other.git",
                        "refs/heads/main %s refs/heads/main %s".formatted(head, "0".repeat(40)));
    }

    @Test
    @Tag("git-hooks#AC-1")
    void a_new_place_of_kiro_is_taken_over() throws Exception {
        hooks().install();
        kiro = program("bin/new", KIRO.formatted(folder.toRealPath()));

        assertThat(hooks().standing().stream().map(GitHooks.Standing::state))
                .containsOnly(GitHooks.State.OTHER);
        assertThat(hooks().install()).hasSize(4);
        assertThat(hooks().standing().stream().map(GitHooks.Standing::state))
                .containsOnly(GitHooks.State.INSTALLED);
    }

    @Test
    @Tag("git-hooks#AC-9")
    void where_nothing_is_to_be_run_kiro_is_not_started() throws Exception {
        hooks().install();
        git("add", "-A");
        git(top, Map.of("KIRO_HOOKS", "off"), "commit", "-q", "-m", "off");
        files.with("repo/.kiro/hooks.yaml", "# nothing\n");
        git("commit", "-qam", "no names");
        List<String> withoutNames = calls();
        Files.delete(top.resolve(".kiro/hooks.yaml"));
        git("commit", "-qam", "no file");

        assertThat(withoutNames).containsExactly("kiro it's hooks git --in . pre-commit --");
        assertThat(calls()).isEqualTo(withoutNames);
    }

    @Test
    @Tag("git-hooks#AC-2")
    @Tag("git-hooks#AC-3")
    void hooks_that_were_there_go_on_and_are_left_to_the_byte() throws Exception {
        String told = folder.resolve("calls").toString();
        program(
                "repo/.git/hooks/pre-commit",
                "#!/bin/sh -eu\n\necho \"old $*\" >> '" + told + "'\n# no end of line");
        program(
                "repo/.git/hooks/pre-push",
                "#!/usr/bin/env bash\nwhile read -r line; do echo \"old $line\" >> '"
                        + told
                        + "'; done\n");
        program(
                "repo/.git/hooks/post-commit",
                "#!/usr/bin/env perl\nopen(F, '>>', '" + told + "'); print F \"perl @ARGV\\n\";\n");
        program("repo/scripts/message", "#!/bin/sh\necho \"linked $2\" >> '" + told + "'\n");
        Files.createSymbolicLink(
                top.resolve(".git/hooks/prepare-commit-msg"), Path.of("../../scripts/message"));
        Map<String, String> before = content(top.resolve(".git/hooks"));

        hooks().install();
        hooks().install();
        git("init", "-q", "--bare", "../other.git");
        git("remote", "add", "origin", "../other.git");
        git("add", "-A");
        git("commit", "-q", "-m", "one");
        git("push", "-q", "origin", "main");
        List<String> calls = calls();
        hooks().uninstall();

        assertThat(calls.stream().map(line -> line.replaceAll("[0-9a-f]{40}", "ID")))
                .containsExactly(
                        "kiro it's hooks git --in . pre-commit --",
                        "old ",
                        "kiro it's hooks git --in . prepare-commit-msg -- .git/COMMIT_EDITMSG message",
                        "linked message",
                        "kiro it's hooks git --in . post-commit --",
                        "perl ",
                        "kiro it's hooks git --in . pre-push -- origin ../other.git",
                        "refs/heads/main ID refs/heads/main ID",
                        "old refs/heads/main ID refs/heads/main ID");
        assertThat(content(top.resolve(".git/hooks"))).isEqualTo(before);
        assertThat(hooks().uninstall()).isEmpty();
    }

    @Test
    @Tag("git-hooks#AC-2")
    @Tag("git-hooks#AC-3")
    void one_that_git_did_not_run_is_not_run() throws Exception {
        files.with("repo/.git/hooks/pre-commit", "#!/bin/sh\nexit 1\n");
        Map<String, String> before = content(top.resolve(".git/hooks"));

        hooks().install();
        git("add", "-A");
        String said = git("commit", "-q", "-m", "one");
        hooks().uninstall();

        assertThat(said).isEmpty();
        assertThat(content(top.resolve(".git/hooks"))).isEqualTo(before);
    }

    @Test
    @Tag("git-hooks#AC-3")
    void what_a_person_wrote_meanwhile_stays() throws Exception {
        hooks().install();
        Path file = top.resolve(".git/hooks/pre-commit");
        Files.writeString(file, Files.readString(file) + "echo mine\n");

        hooks().uninstall();

        assertThat(file).hasContent("#!/bin/sh\necho mine\n");
        assertThat(top.resolve(".git/hooks/pre-push")).doesNotExist();
    }

    @Test
    @Tag("git-hooks#AC-5")
    void a_no_stops_the_commit_but_not_what_cannot_be_stopped() throws Exception {
        hooks().install();
        git("add", "-A");
        git("commit", "-q", "-m", "one");
        Files.createFile(folder.resolve("no"));
        files.with("repo/a.txt", "b\n");

        String stopped = git("commit", "-qam", "two");
        String noVerify = git("commit", "-q", "--no-verify", "--amend", "-m", "three");
        Files.delete(folder.resolve("no"));
        files.with("repo/.git/hooks/post-checkout", "");
        String good = git("commit", "-qam", "four");

        assertThat(stopped).isEqualTo("exit code 1\n");
        // The hook of the message is run all the same: git knows no way around it.
        assertThat(noVerify).isEqualTo("exit code 1\n");
        assertThat(good).isEmpty();
        assertThat(git("log", "--format=%s")).isEqualTo("four\none\n");
    }

    @Test
    @Tag("git-hooks#AC-4")
    void it_works_where_the_configured_path_leads() throws Exception {
        git("config", "core.hooksPath", ".git/mine");
        hooks().install();
        git("add", "-A");
        git("commit", "-q", "-m", "one");

        assertThat(top.resolve(".git/mine/pre-commit")).exists();
        assertThat(top.resolve(".git/hooks/pre-commit")).doesNotExist();
        assertThat(calls()).hasSize(3);
    }

    @Test
    @Tag("git-hooks#AC-4")
    @Tag("git-hooks#AC-8")
    void in_a_folder_of_the_project_no_place_of_one_machine_is_written() throws Exception {
        git("config", "core.hooksPath", ".githooks");
        hooks().install();
        git("add", "-A");
        String without = git("commit", "-q", "-m", "one");
        Path bin = program("path/kiro", KIRO.formatted(folder.toRealPath())).getParent();
        git(
                top,
                Map.of("PATH", bin + ":" + System.getenv("PATH")),
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                "two");

        assertThat(Files.readString(top.resolve(".githooks/pre-commit")))
                .doesNotContain(folder.toRealPath().toString());
        assertThat(hooks().remarks())
                .singleElement()
                .asString()
                .contains(".githooks belongs to the project");
        assertThat(without).contains("kiro is not there any more").doesNotContain("exit code");
        assertThat(calls()).hasSize(3).allMatch(line -> line.startsWith("kiro hooks git --in ."));
    }

    @Test
    @Tag("git-hooks#AC-8")
    void where_kiro_is_nowhere_a_gate_stops_and_says_how_to_go_on() throws Exception {
        hooks().install();
        Files.delete(kiro);
        git("add", "-A");

        String said = git("commit", "-q", "-m", "one");
        String off = git(top, Map.of("KIRO_HOOKS", "off"), "commit", "-q", "-m", "one");
        Path bin = program("path/kiro", KIRO.formatted(folder.toRealPath())).getParent();
        files.with("repo/a.txt", "b\n");
        String onPath =
                git(
                        top,
                        Map.of("PATH", bin + ":" + System.getenv("PATH")),
                        "commit",
                        "-qam",
                        "two");

        assertThat(said)
                .isEqualTo(
                        """
                        kiro: the hooks of this project cannot be run, as kiro is not there any more
                          next: install kiro and run 'kiro hooks install', or go on once with KIRO_HOOKS=off
                        exit code 1
                        """);
        assertThat(off).isEmpty();
        assertThat(onPath).isEmpty();
        assertThat(calls()).hasSize(3);
    }

    @Test
    @Tag("git-hooks#AC-4")
    void a_folder_that_other_repositories_share_is_refused() throws Exception {
        git("config", "core.hooksPath", folder.resolve("home/hooks").toString());

        assertThat(hooks().obstacle().map(GitHooks.Obstacle::code))
                .isEqualTo(Optional.of("hooks/folder-of-others"));
    }

    @Test
    @Tag("git-hooks#AC-4")
    void a_worktree_and_a_workspace_below_the_top_are_named_to_kiro() throws Exception {
        files.with("repo/packages/web it's/.kiro/hooks.yaml", "# post-commit\n");
        Path web = top.resolve("packages/web it's");
        Files.delete(top.resolve(".kiro/hooks.yaml"));
        hooks(web).install();
        git("add", "-A");
        git("commit", "-q", "-m", "one");
        git("worktree", "add", "-q", "../tree");
        files.with("tree/a.txt", "b\n");
        git(files.root().resolve("tree"), Map.of(), "commit", "-qam", "two");

        assertThat(calls())
                .containsExactly(
                        "kiro it's hooks git --in packages/web it's pre-commit --",
                        "kiro it's hooks git --in packages/web it's post-commit --",
                        "kiro it's hooks git --in packages/web it's pre-commit --",
                        "kiro it's hooks git --in packages/web it's post-commit --");
        assertThat(hooks(top).obstacle().map(GitHooks.Obstacle::code))
                .isEqualTo(Optional.of("hooks/other-workspace"));
        hooks(web).uninstall();
        assertThat(top.resolve(".git/hooks/pre-commit")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_", "."})
    @Tag("git-hooks#AC-4")
    void the_hooks_of_husky_go_on(String generation) throws Exception {
        String told = folder.resolve("calls").toString();
        if (generation.equals("_")) {
            program("repo/.husky/_/pre-commit", "#!/usr/bin/env sh\n. \"${0%/*}/h\"\n");
            files.with("repo/.husky/_/.gitignore", "*")
                    .with(
                            "repo/.husky/_/h",
                            """
                            n=$(basename "$0")
                            s=$(dirname "$(dirname "$0")")/$n
                            [ ! -f "$s" ] && exit 0
                            sh -e "$s" "$@"
                            c=$?
                            exit $c
                            """)
                    .with("repo/.husky/pre-commit", "echo \"husky $*\" >> '" + told + "'\n");
            git("config", "core.hooksPath", ".husky/_");
        } else {
            program(
                    "repo/.husky/pre-commit",
                    "#!/usr/bin/env sh\n. \"$(dirname -- \"$0\")/_/husky.sh\"\n\necho \"husky $*\" >> '"
                            + told
                            + "'\n");
            files.with(
                    "repo/.husky/_/husky.sh",
                    """
                    if [ -z "$husky_skip_init" ]; then
                      readonly hook_name="$(basename -- "$0")"
                      readonly husky_skip_init=1
                      export husky_skip_init
                      sh -e "$0" "$@"
                      exit $?
                    fi
                    """);
            git("config", "core.hooksPath", ".husky");
        }
        Map<String, String> before = content(top.resolve(".husky"));
        Path bin = program("path/kiro", KIRO.formatted(folder.toRealPath())).getParent();

        hooks().install();
        git("add", "-A");
        git(top, Map.of("PATH", bin + ":" + System.getenv("PATH")), "commit", "-q", "-m", "one");
        hooks().uninstall();

        assertThat(calls().stream().filter(line -> line.contains("pre-commit")).toList())
                .singleElement()
                .asString()
                .endsWith("hooks git --in . pre-commit --");
        assertThat(calls()).contains("husky ");
        assertThat(content(top.resolve(".husky"))).isEqualTo(before);
    }
}
