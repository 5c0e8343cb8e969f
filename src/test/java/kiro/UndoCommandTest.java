package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspaceLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoCommandTest {
    private static final String OLD = "one\r\ntwo\r\n";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", "target/\nspill/\nscript.jsonl\n")
                        .with(".kiro/steering/none.md", "# None\n")
                        .with("a.txt", OLD)
                        .with("b.txt", "b\n")
                        .with("gone.txt", "to be deleted\n")
                        .with("bin/run.sh", "#!/bin/sh\n");
        Files.setPosixFilePermissions(
                workspace.root().resolve("bin/run.sh"),
                PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// A run that makes these calls.
    private void agent(String... calls) {
        var lines = new ArrayList<>(List.of(calls));
        lines.add(ScriptLines.says("done"));
        Kiro.Result result = run(lines, "agent", "do it", "--mode", "autonomous");
        assertThat(result.code()).as(result.out() + result.err()).isZero();
    }

    /// A run with a plan of steps, each making its calls.
    @SafeVarargs
    private final void steps(List<String>... steps) {
        var lines = new ArrayList<String>();
        var actions = new ArrayList<String>();
        for (int i = 1; i <= steps.length; i++) {
            actions.add(
                    "{\"action\":\"step %d\",\"files\":[],\"risk\":\"low\",\"criteria\":[]}"
                            .formatted(i));
        }
        lines.add(
                ScriptLines.call(
                        "p",
                        "propose_plan",
                        "{\"title\":\"t\",\"steps\":[%s]}".formatted(String.join(",", actions))));
        for (List<String> step : steps) {
            lines.addAll(step);
            lines.add(ScriptLines.says("step done"));
        }
        workspace.with("script.jsonl", String.join("\n", lines));
        Kiro.Result result =
                Kiro.in(workspace.root())
                        .with("KIRO_TEST_COMMAND", "true")
                        .typing("a", "a", "a", "a", "a", "a", "a")
                        .run("agent", "do it", "--model", "scripted/script.jsonl");
        assertThat(result.code()).as(result.out() + result.err()).isZero();
    }

    private Kiro.Result run(List<String> script, String... args) {
        workspace.with("script.jsonl", String.join("\n", script));
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--model", "scripted/script.jsonl"));
        return Kiro.in(workspace.root())
                .with("KIRO_TEST_COMMAND", "true")
                .run(all.toArray(String[]::new));
    }

    private Kiro.Result undo(String... options) {
        var all = new ArrayList<>(List.of("undo"));
        all.addAll(List.of(options));
        return Kiro.in(workspace.root()).run(all.toArray(String[]::new));
    }

    /// A name is made by whoever makes the file: it must not add lines that were never printed.
    @Test
    @Tag("terminal#AC-7")
    void names_take_one_line_each_and_cannot_command_the_terminal() {
        agent(
                ScriptLines.call(
                        "c1",
                        "write_file",
                        "{\"path\":\"x\\n  restored   a.txt\",\"content\":\"x\"}"),
                ScriptLines.call(
                        "c2", "write_file", "{\"path\":\"y\\u001b[2J\",\"content\":\"y\"}"));

        assertThat(undo().out().lines())
                .contains("  deleted    x   restored   a.txt", "  deleted    y\\u{1b}[2J")
                .noneMatch(line -> line.strip().equals("restored   a.txt"));
    }

    private static String reads(String id, String path) {
        return ScriptLines.call(id, "read_file", "{\"path\":\"%s\"}".formatted(path));
    }

    private static String shell(String id, String command) {
        return ScriptLines.call(
                id, "run_command", "{\"command\":%s}".formatted(ScriptLines.quoted(command)));
    }

    private static String edits(String id, String path, String old, String text) {
        return ScriptLines.call(
                id,
                "edit_file",
                "{\"path\":\"%s\",\"old_text\":\"%s\",\"new_text\":\"%s\"}"
                        .formatted(path, old, text));
    }

    private static String deletes(String id, String path) {
        return ScriptLines.call(
                id,
                "apply_patch",
                "{\"patch\":\"*** Begin Patch\\n*** Delete File: %s\\n*** End Patch\\n\"}"
                        .formatted(path));
    }

    /// Every file but those of git and of the runs, with its content and mode.
    private Map<String, String> tree() {
        var tree = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(workspace.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = workspace.root().relativize(file).toString();
                if (!name.startsWith(".git/")
                        && !name.startsWith(".kiro/")
                        && !name.startsWith("spill")
                        && !name.equals("script.jsonl")) {
                    tree.put(
                            name,
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                                    + Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
        return tree;
    }

    private String session() {
        try (Stream<Path> all = Files.list(workspace.root().resolve(".kiro/sessions"))) {
            return all.filter(Files::isDirectory)
                    .map(at -> at.getFileName().toString())
                    .max(String::compareTo)
                    .orElseThrow();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private Path journal() {
        return workspace.root().resolve(".kiro/sessions/" + session() + "/journal");
    }

    @Test
    @Tag("undo#AC-1")
    void a_run_is_taken_back_to_the_byte() {
        Map<String, String> before = tree();
        agent(
                reads("r1", "a.txt"),
                edits("c1", "a.txt", "two", "three"),
                edits("c2", "a.txt", "one", "zero"),
                reads("r2", "gone.txt"),
                deletes("c3", "gone.txt"),
                ScriptLines.writes("c4", "new/deep/made.txt", "made\n"),
                reads("r3", "bin/run.sh"),
                edits("c5", "bin/run.sh", "/bin/sh", "/bin/bash"));
        assertThat(tree()).isNotEqualTo(before);

        Kiro.Result result = undo();

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "took back session " + session(),
                        "restored   a.txt",
                        "made anew  gone.txt",
                        "deleted    new/deep/made.txt",
                        "restored   bin/run.sh");
        assertThat(tree()).isEqualTo(before);
        assertThat(workspace.has("new")).isFalse();
        assertThat(undo().out()).isEqualTo("nothing to take back\n");
    }

    @Test
    @Tag("undo#AC-2")
    void what_somebody_else_changed_since_stays_and_is_named() throws Exception {
        agent(
                reads("r1", "a.txt"),
                edits("c1", "a.txt", "two", "three"),
                reads("r2", "b.txt"),
                edits("c2", "b.txt", "b", "c"),
                ScriptLines.writes("c3", "made.txt", "made\n"),
                ScriptLines.writes("c4", "linked.txt", "linked\n"),
                ScriptLines.writes("c5", "deleted.txt", "deleted\n"));
        workspace.with("a.txt", "mine\n").with("made.txt", "made\nand mine\n");
        Files.delete(workspace.root().resolve("linked.txt"));
        Files.createSymbolicLink(workspace.root().resolve("linked.txt"), Path.of("a.txt"));
        Files.delete(workspace.root().resolve("deleted.txt"));

        Kiro.Result result = undo();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "conflict   a.txt was changed by someone else since",
                        "conflict   made.txt was changed by someone else since",
                        "conflict   linked.txt leads to another file by now, through a link",
                        "as before  deleted.txt",
                        "restored   b.txt");
        assertThat(workspace.read("a.txt")).isEqualTo("mine\n");
        assertThat(workspace.read("made.txt")).isEqualTo("made\nand mine\n");
        assertThat(workspace.read("b.txt")).isEqualTo("b\n");
    }

    @Test
    @Tag("undo#AC-2")
    void a_change_of_somebody_else_in_the_middle_of_the_run_is_kept() throws Exception {
        agent(
                reads("r1", "a.txt"),
                edits("c1", "a.txt", "two", "three"),
                // A command that is not seen: it changes the file as somebody else would.
                shell("c2", "true"));
        String index = Files.readString(journal().resolve("journal.jsonl"));
        String first = workspace.read("a.txt");
        workspace.with("a.txt", first + "mine\r\n");
        String mine = kiro.text.Hash.of(first + "mine\r\n").hex();
        String last = kiro.text.Hash.of("last\n").hex();
        workspace.with("a.txt", "last\n");
        Files.writeString(
                journal().resolve("journal.jsonl"),
                index
                        + "{\"set\":9,\"path\":\"a.txt\",\"before\":{\"hash\":\"%s\",\"executable\":false},\"after\":{\"hash\":\"%s\",\"executable\":false}}\n{\"set\":9,\"outcome\":\"done\"}\n"
                                .formatted(mine, last));

        assertThat(undo().out())
                .contains("a.txt was changed by someone else between two of these changes");
        assertThat(workspace.read("a.txt")).isEqualTo("last\n");
    }

    @Test
    @Tag("undo#AC-3")
    void a_step_is_taken_back_alone() {
        steps(
                List.of(reads("r1", "a.txt"), edits("c1", "a.txt", "two", "three")),
                List.of(
                        ScriptLines.writes("c2", "made.txt", "made\n"),
                        shell("c3", "echo x > x.txt")));

        Kiro.Result result = undo("--step", "2");

        assertThat(result.out()).contains("took back step 2 of session");
        assertThat(workspace.has("made.txt")).isFalse();
        assertThat(workspace.has("x.txt")).isFalse();
        assertThat(workspace.read("a.txt")).isEqualTo("one\r\nthree\r\n");
        assertThat(undo("--step", "1").code()).isZero();
        assertThat(workspace.read("a.txt")).isEqualTo(OLD);
        assertThat(undo("--step", "7", "--session", "last").err())
                .contains("has not begun a step 7 [undo/no-step]");
    }

    @Test
    @Tag("undo#AC-3")
    void a_step_that_no_session_has_is_no_success() {
        steps(List.of(ScriptLines.writes("c1", "made.txt", "made\n")));

        Kiro.Result unknown = undo("--step", "99");

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("no session of this workspace has begun a step 99 [undo/no-step]");
        assertThat(undo("--step", "0").code()).isEqualTo(64);
        assertThat(undo("--step=-1").err()).contains("steps are counted from 1");
        assertThat(undo("--step", "1", "--dry-run").out()).contains("made.txt");
    }

    @Test
    @Tag("undo#AC-3")
    void a_step_that_a_later_one_built_upon_is_not_torn_out_from_under_it() {
        steps(
                List.of(reads("r1", "a.txt"), edits("c1", "a.txt", "two", "three")),
                List.of(edits("c2", "a.txt", "three", "four")));

        Kiro.Result result = undo("--step", "1");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("a.txt was changed again later in the same run: take that back first");
        assertThat(workspace.read("a.txt")).isEqualTo("one\r\nfour\r\n");
    }

    @Test
    @Tag("undo#AC-4")
    void the_newest_run_with_something_to_take_back_is_meant_where_none_is_named() {
        agent(ScriptLines.writes("c1", "made.txt", "made\n"));
        String first = session();
        agent(shell("c1", "true"));

        assertThat(undo("--dry-run").out()).contains("would take back session " + first);
        assertThat(undo("--session", "nobody").err()).contains("[session/not-found]");
        assertThat(undo("--session", first).code()).isZero();
        assertThat(workspace.has("made.txt")).isFalse();
    }

    @Test
    @Tag("undo#AC-5")
    void a_dry_run_changes_nothing() throws Exception {
        agent(ScriptLines.writes("c1", "made.txt", "made\n"));
        String index = Files.readString(journal().resolve("journal.jsonl"));

        Kiro.Result result = undo("--dry-run");

        assertThat(result.out()).contains("would take back session", "deleted    made.txt");
        assertThat(workspace.has("made.txt")).isTrue();
        assertThat(Files.readString(journal().resolve("journal.jsonl"))).isEqualTo(index);
    }

    @Test
    @Tag("undo#AC-6")
    void what_was_taken_back_can_be_had_again_and_taken_back_again() {
        Map<String, String> before = tree();
        agent(
                reads("r1", "a.txt"),
                edits("c1", "a.txt", "two", "three"),
                ScriptLines.writes("c2", "made.txt", "made\n"));
        Map<String, String> after = tree();

        for (int round = 0; round < 3; round++) {
            assertThat(undo().code()).isZero();
            assertThat(tree()).isEqualTo(before);
            assertThat(undo("--redo").code()).isZero();
            assertThat(tree()).isEqualTo(after);
            assertThat(undo("--redo").out())
                    .isEqualTo("nothing was taken back that could be had again\n");
        }
        assertThat(undo("--redo", "--step", "1").code()).isEqualTo(64);
    }

    @Test
    @Tag("undo#AC-7")
    void what_commands_changed_in_a_repository_is_taken_back() throws Exception {
        workspace
                .with(".gitattributes", "*.crlf text eol=crlf\n")
                .with("lines.crlf", "1\r\n2\r\n")
                .committed()
                .with("b.txt", "changed before, and not committed\n")
                .with("untracked.bin", new byte[] {0, 1, 2, (byte) 0xff});
        Map<String, String> before = tree();

        agent(
                shell(
                        "c1",
                        "rm gone.txt; echo more >> a.txt; echo more >> b.txt; echo x >> lines.crlf;"
                                + " printf z > untracked.bin; chmod -x bin/run.sh; mkdir n; echo n > n/n.txt"),
                shell(
                        "c2",
                        "mkdir -p target; echo built > target/out; git add -A; git -c user.name=x"
                                + " -c user.email=x@x commit -q -m all; echo again >> a.txt"));

        assertThat(tree()).isNotEqualTo(before);
        Kiro.Result result = undo();
        assertThat(result.code()).as(result.out()).isZero();
        var rest = new TreeMap<>(tree());
        assertThat(rest.remove("target/out")).endsWith("built\n");
        assertThat(rest).isEqualTo(before);
        assertThat(workspace.has("n")).isFalse();
    }

    @Test
    @Tag("undo#AC-7")
    void what_a_change_of_branch_changed_is_taken_back() throws Exception {
        workspace.with("other.sh", "git checkout -q other\n").committed();
        workspace.git("checkout", "-q", "-b", "other");
        workspace.with("a.txt", "of the other branch\n").with("only-there.txt", "x\n");
        workspace.git("add", "-A");
        workspace.git("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-q", "-m", "other");
        workspace.git("checkout", "-q", "main");
        Map<String, String> before = tree();

        agent(shell("c1", "sh other.sh"));

        assertThat(workspace.read("a.txt")).isEqualTo("of the other branch\n");
        assertThat(undo().code()).isZero();
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    @Tag("undo#AC-7")
    void what_commands_changed_outside_of_a_repository_is_taken_back() {
        Map<String, String> before = tree();

        agent(shell("c1", "rm gone.txt; echo more >> a.txt; mkdir n; echo n > n/n.txt; exit 0"));

        assertThat(undo().code()).isZero();
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    @Tag("undo#AC-8")
    void what_is_too_large_to_be_kept_is_said_at_once_and_again() throws Exception {
        workspace
                .with("more.sh", "echo z >> .env\n")
                .committed()
                .with("large.bin", new byte[5 << 20])
                .with(".env", "KEY=1\n");
        Kiro.Result result =
                run(
                        List.of(
                                shell("c1", "echo x >> large.bin; echo y >> b.txt; sh more.sh"),
                                ScriptLines.says("done")),
                        "agent",
                        "do it",
                        "--mode",
                        "autonomous");

        assertThat(result.out())
                .contains(
                        "the command changed large.bin, which 'kiro undo' cannot bring back: it is larger than 4 MiB");
        Kiro.Result undone = undo();
        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.out())
                .contains(
                        "large.bin is left: what it held before is not kept, as it is larger than 4 MiB",
                        ".env is left: what it held before is not kept, as it holds secrets",
                        "restored   b.txt");
        assertThat(Files.size(workspace.root().resolve("large.bin"))).isEqualTo((5 << 20) + 2);
    }

    @Test
    @Tag("undo#AC-9")
    void a_journal_that_somebody_made_up_cannot_write_where_no_run_may() throws Exception {
        workspace.committed();
        agent(ScriptLines.writes("c1", "made.txt", "made\n"));
        String hook = "#!/bin/sh\necho gotcha\n";
        String hash = kiro.text.Hash.of(hook).hex();
        Files.createDirectories(journal().resolve("before"));
        Files.writeString(journal().resolve("before").resolve(hash), hook);
        var lines = new StringBuilder();
        for (String path :
                List.of(
                        ".git/hooks/post-commit",
                        "sub/.GIT/config",
                        ".kiro/sessions/x",
                        "../out")) {
            lines.append(
                    "{\"set\":9,\"path\":\"%s\",\"before\":{\"hash\":\"%s\",\"executable\":true},\"after\":null}\n"
                            .formatted(path, hash));
        }
        Files.writeString(
                journal().resolve("journal.jsonl"),
                Files.readString(journal().resolve("journal.jsonl"))
                        + lines
                        + "{\"set\":9,\"outcome\":\"done\"}\n");

        Kiro.Result result = undo();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out().lines().filter(line -> line.contains("no run changes"))).hasSize(3);
        assertThat(workspace.has(".git/hooks/post-commit")).isFalse();
        assertThat(workspace.has("sub")).isFalse();
        assertThat(workspace.root().resolveSibling("out")).doesNotExist();
    }

    @Test
    @Tag("undo#AC-10")
    void a_change_that_did_not_happen_is_passed_over() throws Exception {
        agent(reads("r1", "a.txt"), edits("c1", "a.txt", "two", "three"));
        String now = kiro.text.Hash.of(workspace.read("a.txt")).hex();
        String never = kiro.text.Hash.of("never\n").hex();
        Files.writeString(
                journal().resolve("journal.jsonl"),
                Files.readString(journal().resolve("journal.jsonl"))
                        + "{\"set\":9,\"path\":\"a.txt\",\"before\":{\"hash\":\"%s\",\"executable\":false},\"after\":{\"hash\":\"%s\",\"executable\":false}}\n{\"set\":9,\"pa"
                                .formatted(now, never));

        assertThat(undo().code()).isZero();
        assertThat(workspace.read("a.txt")).isEqualTo(OLD);
    }

    @Test
    @Tag("undo#AC-10")
    void what_a_crash_left_half_taken_back_is_taken_back_wholly_by_the_next_call()
            throws Exception {
        Map<String, String> before = tree();
        agent(
                reads("r1", "a.txt"),
                edits("c1", "a.txt", "two", "three"),
                ScriptLines.writes("c2", "made.txt", "made\n"));
        String made = workspace.read("a.txt");
        undo();
        String index = Files.readString(journal().resolve("journal.jsonl"));
        Files.writeString(
                journal().resolve("journal.jsonl"),
                index.substring(0, index.lastIndexOf("{\"set\"")));
        workspace.with("a.txt", made);

        Kiro.Result result = undo();

        assertThat(result.code()).as(result.out()).isZero();
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    @Tag("undo#AC-25")
    void of_a_command_that_was_under_way_when_its_run_ended_it_is_said_that_it_is_not_recorded()
            throws Exception {
        agent(reads("r1", "a.txt"));
        Files.createDirectories(journal());
        Files.writeString(journal().resolve("under-way.json"), "{\"call\":\"c1\",\"held\":{}}\n");

        Kiro.Result nothing = undo();

        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err())
                .contains(
                        "session " + session() + " ended while a command was at work",
                        "[undo/under-way]",
                        "'kiro agent --resume " + session() + "' records it");
    }

    @Test
    @Tag("undo#AC-11")
    void a_content_that_is_no_longer_what_it_was_is_not_written() throws Exception {
        agent(reads("r1", "a.txt"), edits("c1", "a.txt", "two", "three"));
        Files.writeString(
                journal().resolve("before").resolve(kiro.text.Hash.of(OLD).hex()), "tampered");

        Kiro.Result result = undo();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("a.txt is left: what it held before is lost");
        assertThat(workspace.read("a.txt")).contains("three");
    }

    @Test
    @Tag("undo#AC-12")
    void nothing_is_taken_back_while_a_run_is_at_work() throws Exception {
        agent(ScriptLines.writes("c1", "made.txt", "made\n"));
        var attempt = WorkspaceLock.lock(workspace.workspace(), "session xyz");
        try (var lock = ((WorkspaceLock.Attempt.Locked) attempt).lock()) {
            assertThat(lock).isNotNull();
            Kiro.Result result = undo();
            assertThat(result.code()).isEqualTo(6);
            assertThat(result.err()).contains("session xyz", "[undo/busy]");
            assertThat(undo("--dry-run").code()).isEqualTo(6);
        }
        assertThat(workspace.has("made.txt")).isTrue();
    }

    @Test
    @Tag("undo#AC-5")
    void to_look_at_what_would_be_taken_back_writes_nothing() throws Exception {
        agent(ScriptLines.writes("c1", "made.txt", "made\n"));
        Path lock = workspace.root().resolve(".kiro/sessions/lock");
        Files.delete(lock);

        assertThat(undo("--dry-run").out()).contains("would take back", "deleted    made.txt");

        assertThat(lock).doesNotExist();
    }
}
