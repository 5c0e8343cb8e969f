package kiro.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.finding.Finding;
import kiro.permission.Ruling.Decision;
import kiro.sandbox.SandboxState;
import kiro.tool.Effect;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each kind of rule that Kiro's `permissions.yaml` has, as it is written there, and what it makes of an effect.
class KiroRulesTest {
    private static final Path ROOT = Path.of("/srv/project");

    /// Rules, what is done, and what is decided in the three modes: a, ? or d.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    {capability: fs_read, match: ['notes/**'], effect: deny}    | read notes/a/b.md     | ddd
                    {capability: fs_read, match: ['notes/**'], effect: ask}     | read notes/a/b.md     | ??d
                    {capability: fs_read, match: ['notes/*'], effect: deny}     | read notes/a/b.md     | aaa
                    {capability: fs_write, match: ['src/**/*.{ts,tsx}'], effect: allow} | edit src/a/b.tsx | aaa
                    {capability: fs_write, match: ['src/[ab].ts'], effect: deny} | edit src/b.ts        | ddd
                    {capability: fs_write, match: ['src/[ab].ts'], effect: deny} | edit src/c.ts        | ??a
                    {capability: fs_write, effect: ask}                         | edit src/c.ts         | ??d
                    {capability: filesystem, match: ['a/**'], effect: deny}     | read a/b              | ddd
                    {capability: filesystem, match: ['a/**'], effect: deny}     | edit a/b              | ddd
                    {capability: shell, match: ['npm *'], effect: allow}        | run npm install       | aaa
                    {capability: shell, match: ['npm *'], exclude: ['npm publish*'], effect: allow} | run npm publish | ??d
                    {capability: shell, match: ['npm *'], effect: allow}, {capability: shell, effect: ask} | run npm install | ??d
                    {capability: shell, match: ['npm *'], effect: allow}, {capability: shell, exclude: ['npm *'], effect: ask} | run npm install | aaa
                    {capability: shell, match: ['npm *'], effect: allow}, {capability: shell, match: ['npm i*'], effect: deny} | run npm install | ddd
                    {capability: shell, match: ['git push*'], effect: deny}     | run ls && git push    | ddd
                    {capability: shell, match: ['a{b,c}'], effect: deny}        | run ab                | ??a
                    {capability: web_fetch, match: ['https://docs.example.com/*'], effect: allow} | fetch https://docs.example.com/a | aaa
                    {capability: web_fetch, match: ['https://docs.example.com/*'], effect: deny} | fetch https://docs.example.com/a | ddd
                    {capability: web_fetch, effect: ask}                        | fetch https://docs.example.com/a | ??d
                    {capability: mcp, match: ['s3/*'], effect: allow}           | call s3/list          | aaa
                    {capability: mcp, match: ['s3/list'], effect: deny}         | call s3/list          | ddd
                    {capability: mcp, match: ['s3/put'], effect: deny}          | call s3/list          | ??d
                    {capability: subagent, match: ['reviewer'], effect: deny}   | delegate reviewer     | ddd
                    {capability: subagent, match: ['reviewer'], effect: ask}    | delegate reviewer     | ??d
                    {capability: subagent, match: ['reviewer'], effect: deny}   | delegate writer       | aaa
                    {capability: builtin, effect: deny}                         | run ls                | ddd
                    {capability: builtin, effect: deny}                         | edit a                | ddd
                    {capability: builtin, effect: allow}                        | call s3/list          | ??d
                    {capability: all, effect: allow}                            | call s3/list          | aaa
                    {capability: all, effect: deny}                             | read a                | ddd
                    {capability: all, effect: allow}                            | edit .git/config      | ddd
                    {capability: all, effect: allow}                            | edit .kiro/hooks/a.json | ??d
                    {capability: all, effect: allow}                            | edit .kiro/agents/a.md | ??d
                    {capability: all, effect: allow}                            | edit .kiroignore      | ??d
                    {capability: all, effect: allow}                            | edit .kiro/permissions.yaml | ddd
                    {capability: all, effect: allow}                            | edit .kiro/settings/mcp.json | ??d
                    """)
    @Tag("permissions#AC-28")
    void each_kind_of_rule_decides_as_kiro_says(String rules, String done, String expected) {
        var word = new StringBuilder();
        for (Mode mode : Mode.values()) {
            word.append(
                    word(
                            policy(mode, rules)
                                    .rule(effect(done), Phase.EXECUTING, List.of())
                                    .decision()));
        }
        assertThat(word.toString()).isEqualTo(expected);
    }

    /// What this version has nothing for is said: a rule that seems to forbid would forbid nothing.
    @ParameterizedTest
    @ValueSource(strings = {"web_search", "skill", "power", "diagnostics", "context"})
    @Tag("permissions#AC-28")
    void a_kind_that_decides_nothing_yet_is_a_warning(String capability) {
        var reader = new PermissionFileReader(Origin.USER, "rules.yaml");

        reader.read("rules:\n- {capability: %s, effect: deny}\n".formatted(capability));

        assertThat(reader.findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .contains("rules.yaml:2", "'" + capability + "'", "decides nothing");
    }

    private static Policy policy(Mode mode, String rules) {
        var reader = new PermissionFileReader(Origin.USER, "rules.yaml");
        reader.read("rules: [" + rules + "]\n");
        return new Policy(
                mode,
                ROOT,
                () -> new PermissionRules(reader.rules()),
                Thresholds.STANDARD,
                () -> new SandboxState.Active("a test"));
    }

    private static Effect effect(String done) {
        String what = done.substring(done.indexOf(' ') + 1);
        return switch (done.substring(0, done.indexOf(' '))) {
            case "read" -> new Effect.Read(List.of(WorkspacePath.of(what)));
            case "edit" ->
                    new Effect.Change(
                            List.of(
                                    new FileChange(
                                            WorkspacePath.of(what), text("old"), text("new"))));
            case "run" -> new Effect.Execute(what);
            case "fetch" -> new Effect.Fetch(URI.create(what));
            case "call" ->
                    new Effect.ServerCall(
                            what.substring(0, what.indexOf('/')),
                            what.substring(what.indexOf('/') + 1),
                            false);
            default -> new Effect.Delegate(what, "look", List.of());
        };
    }

    private static FileState text(String text) {
        return FileState.Present.of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static char word(Decision decision) {
        return switch (decision) {
            case ALLOW -> 'a';
            case ASK -> '?';
            case DENY -> 'd';
        };
    }
}
