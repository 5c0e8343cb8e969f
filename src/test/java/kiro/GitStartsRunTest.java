package kiro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiro.process.ProgramFinder;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What git starts by itself when an agent commits: hooks, filters, drivers.
class GitStartsRunTest {
    private static final String BROKEN = "#!/bin/sh\necho 'bwrap: no namespaces' >&2\nexit 1\n";

    @TempDir Path folder;
    private Path real;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        real = folder.toRealPath();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(real.resolve("w")))
                        .with(".gitignore", "script.jsonl\n")
                        .with(".kiro/steering/tech.md", "# Tech\n")
                        .with("a.txt", "one\n")
                        .committed();
        workspace.git("config", "user.name", "A");
        workspace.git("config", "user.email", "a@example.org");
        Files.createDirectories(real.resolve("home"));
    }

    @Test
    @Tag("sandbox#AC-14")
    void a_hook_runs_within_the_walls_and_the_commit_lands() throws Exception {
        workspace.with(
                ".husky/pre-commit",
                "#!/bin/sh\necho linted > linted.txt && git add linted.txt\n"
                        + "for f in .git/config .git/hooks/x .husky/other .kiro/steering/tech.md '%s'; do echo x >> $f; done 2>/dev/null\n"
                                .formatted(real.resolve("home/trace"))
                        + "echo 'walls: '; exit 0\n");
        executable(".husky/pre-commit");
        workspace.git("config", "core.hooksPath", ".husky");
        String settings = Files.readString(workspace.root().resolve(".git/config"));

        Kiro.Result result = trusted(gits("add .", "commit -qm one"));

        assertThat(git("log --format=%s -1")).isEqualTo("one\n");
        assertThat(git("show --name-only --format= HEAD")).contains("linted.txt");
        assertThat(real.resolve("home/trace")).doesNotExist();
        assertThat(Files.readString(workspace.root().resolve(".git/config"))).isEqualTo(settings);
        assertThat(workspace.root().resolve(".git/hooks/x")).doesNotExist();
        assertThat(workspace.root().resolve(".husky/other")).doesNotExist();
        assertThat(workspace.root().resolve(".kiro/steering/tech.md")).hasContent("# Tech\n");
        assertThat(result.code()).isZero();
    }

    @Test
    @Tag("sandbox#AC-14")
    void a_hook_that_says_no_stops_the_commit_and_the_model_is_told_of_the_walls()
            throws Exception {
        hook("pre-commit", "echo 'line 3: no tabs' >&2; exit 1");

        Kiro.Result result = trusted(gits("add .", "commit -qm one"), "--json");

        assertThat(git("log --format=%s -1")).isEqualTo("start\n");
        assertThat(result.out())
                .contains("line 3: no tabs", "what git starts, such as hooks, ran in a sandbox");
    }

    @Test
    @Tag("sandbox#AC-14")
    void a_hook_before_a_push_gets_what_git_tells_it() throws Exception {
        workspace.git("init", "-q", "--bare", real.resolve("remote.git").toString());
        workspace.git("remote", "add", "origin", real.resolve("remote.git").toString());
        workspace.git("config", "user.signingKey", "x");
        hook("pre-push", "echo \"$@\" > args.txt; cat > refs.txt");
        rules("  - {capability: all, match: ['git push*'], effect: allow}\n");

        trusted(gits("push -q origin main"));

        assertThat(workspace.root().resolve("refs.txt")).content().startsWith("refs/heads/main ");
        assertThat(workspace.root().resolve("args.txt")).content().startsWith("origin ");
        assertThat(git("ls-remote origin")).contains("refs/heads/main");
    }

    @Test
    @Tag("sandbox#AC-14")
    void a_filter_and_a_merge_driver_run_within_the_walls() throws Exception {
        Path trace = real.resolve("home/trace");
        workspace.git(
                "config", "filter.f.clean", "touch '%s'; sed s/clear/veiled/".formatted(trace));
        workspace.git("config", "filter.f.required", "true");
        workspace.git(
                "config",
                "merge.m.driver",
                "touch '%s'; echo \"merged %%P\" > %%A".formatted(trace));
        workspace.with(".gitattributes", "*.f filter=f\n*.m merge=m\n").with("b.m", "1\n");
        workspace.git("add", ".");
        workspace.git("commit", "-qm", "two");
        workspace.git("switch", "-qc", "other");
        workspace.with("b.m", "2\n");
        workspace.git("commit", "-qam", "theirs");
        workspace.git("switch", "-q", "main");
        workspace.with("b.m", "3\n");
        workspace.git("commit", "-qam", "ours");
        workspace.with("c.f", "clear\n");

        trusted(gits("add .", "commit -qm three", "merge -q other"));

        assertThat(git("show HEAD:c.f")).isEqualTo("veiled\n");
        assertThat(git("show HEAD:b.m")).isEqualTo("merged b.m\n");
        assertThat(trace).doesNotExist();
    }

    /// This program sees to its own walls, in which it would not see what a person trusts.
    @Test
    @Tag("git-hooks#AC-13")
    void the_hooks_of_the_project_run_beside_others_which_run_within_the_walls() throws Exception {
        hook("pre-commit", "[ ! -e bad ] || { echo 'no bad' >&2; exit 1; }; touch theirs.txt");
        workspace.with(
                ".kiro/hooks.yaml",
                "version: 1\nhooks:\n  - name: ours\n    on: pre-commit\n    command: \"touch ours.txt; [ ! -e worse ]\"\n");
        Kiro kiro = kiro().with("HOME", real.resolve("home").toString());
        kiro.run("hooks", "install");
        assertThat(kiro.run("trust", "--yes").code()).isZero();

        script(gits("add .", "commit -qm one"));
        run(kiro);
        assertThat(git("log --format=%s -1")).isEqualTo("one\n");
        assertThat(workspace.root().resolve("ours.txt")).exists();
        assertThat(workspace.root().resolve("theirs.txt")).exists();

        for (String obstacle : List.of("bad", "worse")) {
            workspace.with(obstacle, "");
            script(gits("add .", "commit -qm two"));
            assertThat(run(kiro).code()).as(obstacle).isNotZero();
            assertThat(git("log --format=%s -1")).isEqualTo("one\n");
            Files.delete(workspace.root().resolve(obstacle));
        }
    }

    /// What is not started takes neither side, and keeps what a filter would have hidden out of the repository.
    @Test
    @Tag("sandbox#AC-15")
    void in_a_project_that_nobody_trusts_none_of_it_runs() throws Exception {
        Path trace = real.resolve("trace");
        hook("pre-commit", "touch '%s'".formatted(trace));
        workspace.git("config", "filter.f.clean", "touch '%s'; cat".formatted(trace));
        workspace.with(".gitattributes", "*.f filter=f\n").with("a.txt", "two\n");
        workspace.with("c.f", "clear\n");

        Kiro.Result result =
                agent(gits("add a.txt .gitattributes", "add c.f", "commit -qm one"), "--json");

        assertThat(trace).doesNotExist();
        assertThat(git("log --format=%s -1")).isEqualTo("one\n");
        assertThat(git("ls-files c.f")).isEmpty();
        assertThat(result.out())
                .contains(
                        "without the hooks pre-commit, as nobody trusts this project yet",
                        "filter 'f' failed",
                        "programs that the repository's settings name are not started: filter.f.process");
    }

    @Test
    @Tag("sandbox#AC-15")
    void where_nothing_confines_it_none_of_it_runs() throws Exception {
        Path trace = real.resolve("trace");
        hook("pre-commit", "touch '%s'".formatted(trace));
        workspace.with("a.txt", "two\n");
        program("bwrap", BROKEN);

        Kiro.Result result = trusted(gits("add .", "commit -qm one"));

        assertThat(trace).doesNotExist();
        assertThat(git("log --format=%s -1")).isEqualTo("one\n");
        assertThat(result.out())
                .contains(
                        "without the hooks pre-commit, as nothing confines them here: bubblewrap");
    }

    @Test
    @Tag("sandbox#AC-15")
    void a_person_who_wants_no_sandbox_has_them_run_as_in_the_own_shell() throws Exception {
        Path trace = real.resolve("trace");
        hook("pre-commit", "touch '%s'".formatted(trace));
        workspace.with("a.txt", "two\n");

        script(gits("add .", "commit -qm one"));
        Kiro kiro = kiro().with("KIRO_SANDBOX", "off");
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        run(kiro);

        assertThat(trace).exists();
        assertThat(git("log --format=%s -1")).isEqualTo("one\n");
    }

    @Test
    @Tag("sandbox#AC-16")
    void a_push_is_not_led_to_a_program_or_into_a_repository_of_the_projects() throws Exception {
        Path trace = real.resolve("trace");
        workspace.git("init", "-q", "--bare", "evil.git");
        workspace.with("evil.git/hooks/pre-receive", "#!/bin/sh\ntouch '%s'\n".formatted(trace));
        executable("evil.git/hooks/pre-receive");
        rules("  - {capability: all, match: ['git push*', 'git fetch*'], effect: allow}\n");

        Kiro.Result into = trusted(gits("push evil.git main"));
        workspace.git("remote", "add", "origin", "ssh://nowhere.invalid/x");
        workspace.git("config", "core.sshCommand", "touch '%s'; false".formatted(trace));
        Kiro.Result led = trusted(gits("fetch origin"));

        assertThat(trace).doesNotExist();
        assertThat(into.out()).contains("evil.git is a repository within this project");
        assertThat(led.out()).contains("name a program for that (core.sshcommand)");
    }

    private Kiro.Result trusted(String[] lines, String... more) throws Exception {
        script(lines);
        Kiro kiro = kiro();
        assertThat(kiro.run("trust", "--yes").code()).isZero();
        return run(kiro, more);
    }

    private Kiro.Result agent(String[] lines, String... more) throws Exception {
        script(lines);
        return run(kiro(), more);
    }

    private static Kiro.Result run(Kiro kiro, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "agent",
                                "commit",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "autonomous"));
        arguments.addAll(List.of(more));
        return kiro.run(arguments.toArray(String[]::new));
    }

    private Kiro kiro() {
        assumeTrue(
                ProgramFinder.find("bwrap", java.util.Optional.of(System.getenv("PATH")))
                        .isPresent(),
                "nothing confines here");
        return Kiro.in(workspace.root())
                .with("PATH", real.resolve("bin") + ":" + System.getenv("PATH"))
                .with("KIRO_SANDBOX", "on");
    }

    private static String[] gits(String... calls) {
        return calls;
    }

    private void script(String... calls) {
        var lines = new ArrayList<String>();
        lines.add(
                ScriptLines.call(
                        "c0",
                        "propose_plan",
                        "{\"title\":\"t\",\"steps\":[{\"action\":\"commit\",\"risk\":\"low\"}]}"));
        for (String call : calls) {
            String words =
                    String.join(",", Stream.of(call.split(" ")).map(ScriptLines::quoted).toList());
            lines.add(
                    ScriptLines.call("c" + lines.size(), "git", "{\"arguments\":[" + words + "]}"));
        }
        lines.add(ScriptLines.says("done"));
        workspace.with("script.jsonl", String.join("\n", lines));
    }

    private void rules(String text) throws Exception {
        Path rules = real.resolve("home/.kiro/settings/permissions.yaml");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, "rules:\n" + text);
    }

    private void hook(String name, String script) throws Exception {
        workspace.with(".git/hooks/" + name, "#!/bin/sh\n" + script + "\n");
        executable(".git/hooks/" + name);
    }

    private void executable(String path) {
        assertThat(workspace.root().resolve(path).toFile().setExecutable(true)).isTrue();
    }

    private void program(String name, String text) throws Exception {
        Path program = Files.createDirectories(real.resolve("bin")).resolve(name);
        Files.writeString(program, text);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private String git(String line) throws Exception {
        return workspace.git(line.split(" "));
    }
}
