package kiro.permission;

import static kiro.permission.Mode.AUTONOMOUS;
import static kiro.permission.Mode.INTERACTIVE;
import static kiro.permission.Mode.SEMI_AUTOMATIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.config.Config;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.permission.Ruling.Decision;
import kiro.sandbox.SandboxNeeds;
import kiro.sandbox.SandboxState;
import kiro.tool.Effect;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionRulesTest {
    private static final Path ROOT = Path.of("/srv/project");

    /// Rules, a command, and what is decided in the three modes: a, ? or d.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "allow shell npm *                        | npm install x                 | aaa",
                "allow shell npm *; deny shell npm publish* | npm publish                 | ddd",
                "allow shell npm *; ask shell npm i*      | npm install                   | ??d",
                "ask shell mvn*                           | mvn test                      | ??d",
                "deny shell mvn*                          | ls && mvn test                | ddd",
                "deny shell git push*                     | env A=1 sh -c 'git -C web push' | ddd",
                "deny shell git push*                     | echo $(timeout 5 git push)    | ddd",
                "allow shell git push*                    | git push origin main          | aaa",
                "allow shell git push*                    | git push --force              | ddd",
                "allow shell                              | sudo ls                       | ddd",
                "allow all                                | rm -rf /                      | ddd",
                "allow all                                | echo 'open                    | ??d",
                "allow all                                | curl x > f; sh f              | ??d",
                "allow all                                | cd .. && touch a              | ??d",
                "allow shell npm *                        | npm test && mvn test          | ??a",
                "allow shell npm *; allow shell mvn *     | npm test && mvn test          | aaa",
                "allow shell echo *                       | echo x > pom.xml              | ??a",
                "allow shell echo *; allow fs_write pom.xml | echo x > pom.xml            | aaa",
                "allow shell echo *; allow filesystem     | echo x > \"$F\"               | ??a",
                "allow shell echo *; allow fs_write **    | echo x > ../f                 | ??d",
                "allow shell echo *; allow fs_write src/** | echo x > src/../../f         | ??d",
                "allow shell echo *; allow fs_write src/** | echo x > src/./a//b          | aaa",
                "deny fs_write docs/**                    | cp a docs/b                   | ddd",
                "deny fs_write docs/**                    | cp a src/../docs/b            | ddd",
                "deny fs_write docs/**                    | echo x > /srv/project/docs/b  | ddd",
                "deny fs_read legal/**                    | cat legal/a                   | ddd",
                "deny fs_read legal/**                    | grep x < legal/a              | ddd",
                "deny fs_read /etc/**                     | cat /etc/hosts                | ddd",
                "deny fs_read *.pem                       | cat a/b.pem                   | ddd",
                "allow fs_read .env                       | cat .env                      | ?aa",
                "ask fs_read notes/*                      | cat notes/a                   | ??d",
                "deny filesystem x                        | cat x                         | ddd",
                "deny builtin x                           | cat x                         | ddd",
                "deny web_fetch *                         | mvn test                      | ??a",
                "deny mcp *                               | ls                            | ?aa",
                "deny web_fetch *; deny mcp *             | curl https://example.com      | ??d",
                "deny fs_write x                          | cat x                         | ?aa",
                "deny shell /srv/*                        | cat /srv/x                    | ??a",
                "deny shell ls; allow shell ls            | ls                            | ddd",
                "deny shell ls                            | lsof                          | ??a",
                "deny shell *ls*                          | ls -l                         | ddd",
                "deny shell a?c                           | abc                           | ??a"
            })
    @Tag("permissions#AC-13")
    @Tag("permissions#AC-14")
    @Tag("permissions#AC-15")
    @Tag("permissions#AC-16")
    void rules_decide_about_each_part(String rules, String line, String expected) {
        assertThat(decisions(rules, new Effect.Execute(line))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow mcp s3/list          | aaa",
                "allow mcp @s3/list         | aaa",
                "allow mcp s3               | aaa",
                "allow mcp @s3              | aaa",
                "allow mcp s3/*             | aaa",
                "allow mcp *                | aaa",
                "allow mcp s3/li            | ??d",
                "allow mcp s                | ??d",
                "allow mcp list             | ??d",
                "allow all                  | aaa",
                "allow builtin              | ??d",
                "allow shell *              | ??d",
                "allow filesystem *         | ??d",
                "allow mcp s3; deny mcp s3/list | ddd",
                "allow mcp s3; ask mcp */list   | ??d"
            })
    @Tag("permissions#AC-22")
    void rules_decide_about_the_tools_of_servers(String rules, String expected) {
        assertThat(decisions(rules, new Effect.ServerCall("s3", "list", true))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow web_fetch https://docs.example.com/* | aaa",
                "allow web_fetch                            | aaa",
                "allow web_fetch https://example.com/*      | ??d",
                "allow mcp *                                | ??d",
                "deny web_fetch *example.com*               | ddd"
            })
    @Tag("permissions#AC-22")
    void rules_decide_about_pages(String rules, String expected) {
        assertThat(decisions(rules, new Effect.Fetch(URI.create("https://docs.example.com/a?b=c"))))
                .isEqualTo(expected);
    }

    @Test
    @Tag("permissions#AC-19")
    @Tag("permissions#AC-22")
    void what_may_be_kept_of_a_server_is_that_tool_and_of_the_network_that_site() {
        assertThat(kept(new Effect.ServerCall("s3", "list", false)))
                .isEqualTo("allow mcp 's3/list'");
        assertThat(kept(new Effect.Fetch(URI.create("https://docs.example.com:8443/a/b"))))
                .isEqualTo("allow web_fetch 'https://docs.example.com:8443/*'");
        assertThat(StandingRule.of(new Effect.ServerCall("s3", "*", false), ROOT))
                .isInstanceOf(StandingRule.Offer.None.class);
    }

    private static String kept(Effect effect) {
        return StandingRule.of(effect, ROOT) instanceof StandingRule.Offer.Possible possible
                ? possible.rule().toString()
                : "nothing";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow fs_write src/**       | src/a.txt       | aaa",
                "ask fs_write src/**         | src/a.txt       | ??d",
                "deny fs_write *.txt         | src/a.txt       | ddd",
                "deny fs_write /srv/project/src/** | src/a.txt | ddd",
                "allow fs_write **           | .git/config     | ddd",
                "allow all                   | .kiro/evidence/x | ddd",
                "allow fs_write pom.xml      | pom.xml         | aaa",
                "deny shell *                | src/a.txt       | ??a"
            })
    @Tag("permissions#AC-13")
    @Tag("permissions#AC-15")
    void rules_decide_about_files(String rules, String path, String expected) {
        assertThat(decisions(rules, edit(path))).isEqualTo(expected);
    }

    @Test
    @Tag("permissions#AC-13")
    void exclude_takes_out_of_match_and_a_broad_ask_beats_a_narrow_allow() {
        var allow =
                rule(Origin.USER, Decision.ALLOW, List.of("npm run *"), List.of("npm run deploy*"));
        var ask = rule(Origin.PROJECT, Decision.ASK, List.of(), List.of("npm run lint"));
        assertThat(decisions(List.of(allow), run("npm run build"))).isEqualTo("aaa");
        assertThat(decisions(List.of(allow), run("npm run deploy"))).isEqualTo("??d");
        assertThat(decisions(List.of(allow, ask), run("npm run build"))).isEqualTo("??d");
        assertThat(decisions(List.of(allow, ask), run("npm run lint"))).isEqualTo("aaa");
    }

    @Test
    @Tag("permissions#AC-20")
    void an_explanation_names_what_decided_and_what_it_overruled() {
        var allow = rule(Origin.ORGANISATION, Decision.ALLOW, List.of("git *"), List.of());
        var deny = rule(Origin.USER, Decision.DENY, List.of("git push*"), List.of());
        Explanation explanation =
                policy(SEMI_AUTOMATIC, List.of(allow, deny))
                        .explain(run("git push && ls"), Phase.EXECUTING, List.of());

        assertThat(explanation.ruling())
                .isEqualTo(
                        new Ruling(
                                Decision.DENY,
                                Risk.HIGH,
                                "the rule 'deny shell 'git push*'' in user:1"));
        assertThat(explanation.parts())
                .contains(
                        new Explanation.Part(
                                "shell",
                                "git push",
                                Decision.DENY,
                                Risk.HIGH,
                                "the rule 'deny shell 'git push*'' in user:1",
                                Optional.of(deny),
                                List.of(allow)),
                        new Explanation.Part(
                                "shell",
                                "ls",
                                Decision.ALLOW,
                                Risk.LOW,
                                "ls only looks",
                                Optional.empty(),
                                List.of()));
    }

    @Test
    @Tag("permissions#AC-18")
    void settings_say_from_which_risk_on_is_asked(@TempDir Path folder) throws IOException {
        String settings =
                "risk:\n  ask-from: high\n  paths:\n    '*.sql': low\n    docs/**: medium\n";
        var own = Thresholds.of(config(folder, settings, true), false);
        assertThat(own.remarks()).isEmpty();
        Policy policy = policy(SEMI_AUTOMATIC, List.of(), own.thresholds());
        assertThat(decision(policy, edit("src/A.java"))).isEqualTo(Decision.ALLOW);
        assertThat(decision(policy, edit("docs/a.md"))).isEqualTo(Decision.ASK);
        assertThat(decision(policy, create("a/b.sql"))).isEqualTo(Decision.ASK);
        assertThat(decision(policy, edit("pom.xml"))).isEqualTo(Decision.ASK);
        assertThat(decision(policy, run("mvn test"))).isEqualTo(Decision.ALLOW);
        assertThat(decision(policy, run("git push"))).isEqualTo(Decision.ASK);

        var teams = Thresholds.of(config(folder, settings, false), false);
        assertThat(teams.thresholds().general()).isEqualTo(Risk.MEDIUM);
        assertThat(teams.thresholds().paths()).hasSize(2);
        assertThat(teams.remarks())
                .containsExactly(
                        ".kiro/config.yaml:2: risk.ask-from: high is left out, since it asks less than usual: trust the"
                                + " project with 'kiro trust', or set it in ~/.kiro/config.yaml");
        assertThat(Thresholds.of(config(folder, settings, false), true).thresholds().general())
                .isEqualTo(Risk.HIGH);
    }

    @Test
    @Tag("permissions#AC-13")
    void rules_are_read_from_three_files_outside_of_the_project(@TempDir Path home)
            throws IOException {
        PermissionFiles files = files(home);
        assertThat(files.sources().stream().map(PermissionFiles.Source::label))
                .containsExactly(
                        home.resolve("etc/permissions.yaml").toString(),
                        "~/.kiro/settings/permissions.yaml",
                        files.project().label(),
                        ".kiro/permissions.yaml");
        assertThat(files.project().label())
                .matches("~/\\.kiro/workspace-roots/[0-9a-f]{16}/permissions\\.yaml");
        write(
                files.sources().get(0).file(),
                "rules:\n- {capability: all, match: '*.pem', effect: deny}\n");
        write(
                files.sources().get(1).file(),
                "# mine\nrules:\n  - capability: shell\n    match: [\"npm *\"]\n    exclude: npm publish\n    effect: allow\n    reason: often\n");
        write(files.project().file(), "rules:\n");
        assertThat(files.read())
                .isEqualTo(
                        new PermissionFiles.Reading.Whole(
                                new PermissionRules(
                                        List.of(
                                                new PermissionRule(
                                                        Origin.ORGANISATION,
                                                        home.resolve("etc/permissions.yaml") + ":2",
                                                        "all",
                                                        List.of("*.pem"),
                                                        List.of(),
                                                        Decision.DENY),
                                                new PermissionRule(
                                                        Origin.USER,
                                                        "~/.kiro/settings/permissions.yaml:3",
                                                        "shell",
                                                        List.of("npm *"),
                                                        List.of("npm publish"),
                                                        Decision.ALLOW))),
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "rules: [                                            | permissions/not-yaml",
                "- a                                                 | permissions/wrong-form",
                "rules: x                                            | permissions/wrong-form",
                "rules: [x]                                          | permissions/wrong-form",
                "rules: []§more: 1                                   | permissions/wrong-form",
                "rules: [{capability: shel, effect: deny}]           | permissions/unknown-capability",
                "rules: [{capability: shell}]                        | permissions/unknown-effect",
                "rules: [{capability: shell, effect: no}]            | permissions/unknown-effect",
                "rules: [{capability: shell, effect: deny, mach: x}] | permissions/unknown-key",
                "rules: [{capability: shell, effect: deny, match: []}] | permissions/wrong-pattern",
                "rules: [{capability: shell, effect: deny, match: ['']}] | permissions/wrong-pattern",
                "rules: [{capability: shell, effect: deny, match: {a: b}}] | permissions/wrong-pattern"
            })
    @Tag("permissions#AC-17")
    void a_slip_in_a_file_of_rules_is_an_error(String text, String rule, @TempDir Path home)
            throws IOException {
        PermissionFiles files = files(home);
        write(files.sources().get(1).file(), text.replace('§', '\n'));
        assertThat(((PermissionFiles.Reading.Broken) files.read()).findings())
                .anySatisfy(finding -> assertThat(finding.rule().value()).isEqualTo(rule));
    }

    @Test
    @Tag("permissions#AC-17")
    void a_file_that_others_can_write_or_that_is_too_large_holds_no_rules(@TempDir Path home)
            throws IOException {
        PermissionFiles files = files(home);
        Path user = files.sources().get(1).file();
        write(user, "rules: []\n");
        Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(files.read()).isInstanceOf(PermissionFiles.Reading.Broken.class);
        Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(files.read()).isInstanceOf(PermissionFiles.Reading.Whole.class);
        write(user, "#".repeat(300_000));
        assertThat(files.read()).isInstanceOf(PermissionFiles.Reading.Broken.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "mvn -q test          | mvn -q test",
                "env CI=1 npm test    | npm test",
                "./gradlew check      | ./gradlew check",
                "git commit -m 'a b'  | git commit -m *",
                "git commit -qam x    | git commit -qam *",
                "git -C web add .     | git add *",
                "git add -A           | git add -A",
                "git switch main      | git switch *",
                "git switch -c other  | git switch -c other",
                "git tag v1           | git tag *",
                "git stash            | git stash",
                "git fetch            | git fetch",
                "git fetch origin     | git fetch origin",
                "echo 'it''s'         | echo its"
            })
    @Tag("permissions#AC-19")
    void what_is_allowed_for_good_is_one_command(String line, String match, @TempDir Path home) {
        PermissionFiles files = files(home);
        var book = new RuleBook(files, PermissionRules.NONE);
        var offer = (StandingRule.Offer.Possible) StandingRule.of(run(line), ROOT);
        assertThat(offer.rule().match()).containsExactly(match.split(","));

        assertThat(book.keep(offer.rule())).isEmpty();

        assertThat(decisions(book.rules().rules(), run(line))).isEqualTo("aaa");
        assertThat(files.read())
                .isEqualTo(new PermissionFiles.Reading.Whole(book.rules(), List.of()));
    }

    /// What was allowed by one word and what a person would not have meant by it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "git fetch          | git fetch --upload-pack='touch x' origin",
                "git fetch origin   | git fetch ext::sh",
                "git fetch          | git fetch ../other",
                "git commit -m x    | git commit -m x --amend",
                "git commit -m x    | git commit -m x --am",
                "git commit -m x    | git commit --no-verify -m x",
                "git add a          | git add --force a",
                "git switch main    | git switch --discard-changes main",
                "git switch main    | git switch -f main",
                "git switch main    | git switch main -f",
                "git tag v1         | git tag -d v1",
                "git stash          | git stash drop",
                "git stash          | git stash clear",
                "git add a          | git -C ../other add a"
            })
    @Tag("permissions#AC-19")
    void what_is_allowed_for_good_is_no_more_than_was_seen(String line, String other) {
        var offer = (StandingRule.Offer.Possible) StandingRule.of(run(line), ROOT);

        assertThat(decisions(List.of(offer.rule()), run(line))).isEqualTo("aaa");
        assertThat(decisions(List.of(offer.rule()), run(other)))
                .isEqualTo(decisions(List.of(), run(other)));
    }

    @Test
    @Tag("permissions#AC-19")
    void several_are_kept_beside_what_was_written_by_hand(@TempDir Path home) throws IOException {
        PermissionFiles files = files(home);
        write(
                files.project().file(),
                "# by hand\nrules:\n  - capability: shell\n    match: a\n    effect: deny");
        var book = new RuleBook(files, ((PermissionFiles.Reading.Whole) files.read()).rules());
        assertThat(book.keep(rule(Origin.PROJECT, Decision.ALLOW, List.of("it's"), List.of())))
                .isEmpty();
        assertThat(book.keep(rule(Origin.PROJECT, Decision.ALLOW, List.of("b"), List.of())))
                .isEmpty();
        assertThat(book.rules().rules().stream().map(PermissionRule::toString))
                .containsExactly("deny shell 'a'", "allow shell 'it's'", "allow shell 'b'");
        assertThat(Files.readString(files.project().file())).startsWith("# by hand\n");

        write(files.project().file(), "rules: [{capability: shell, match: a, effect: deny}]\n");
        var other = new RuleBook(files, ((PermissionFiles.Reading.Whole) files.read()).rules());
        assertThat(other.keep(rule(Origin.PROJECT, Decision.ALLOW, List.of("b"), List.of())))
                .contains(files.project().label() + " has an unusual form: add the rule by hand");
        assertThat(Files.readString(files.project().file()))
                .isEqualTo("rules: [{capability: shell, match: a, effect: deny}]\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python3 x.py",
                "python x",
                "node -e 1",
                "sh x.sh",
                "bash x",
                "perl x",
                "ruby x",
                "./python3.12 x",
                "git",
                "git log",
                "git push",
                "git -c a=b log",
                "git config a b",
                "sudo ls",
                "env",
                "xargs ls",
                "find . -delete",
                "sh -c 'mvn test; mvn deploy'",
                "mvn test && mvn verify",
                "mvn test > x",
                "mvn $X",
                "cat .env",
                "cat /etc/x",
                "rm -rf x; ls",
                "docker run x",
                "npx x",
                "make",
                "echo *",
                "ssh x",
                "awk 1",
                "timeout 5 python3 x",
                "a\u00a0b",
                "eval $X",
                ". ./x",
                "echo 'a\nb'",
                ""
            })
    @Tag("permissions#AC-19")
    void an_interpreter_a_wrapper_and_a_bare_git_are_never_allowed_for_good(String line) {
        assertThat(StandingRule.of(run(line), ROOT)).isInstanceOf(StandingRule.Offer.None.class);
    }

    @Test
    @Tag("permissions#AC-13")
    void a_rule_that_allows_whatever_a_program_can_be_told_is_warned_about(@TempDir Path home)
            throws IOException {
        PermissionFiles files = files(home);
        write(
                files.sources().get(1).file(),
                "rules:\n- {capability: shell, match: ['git *', 'python3*', 'mvn *', '*'], effect: allow}\n");
        assertThat(((PermissionFiles.Reading.Whole) files.read()).warnings())
                .extracting(finding -> finding.message())
                .containsExactly(
                        "'git *' allows whatever the model wants: git can be told to run any program",
                        "'python3*' allows whatever the model wants: python3 runs whatever it is given",
                        "'*' allows whatever the model wants: it fits every program");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "deny web_fetch *    | ls              | ?aa",
                "deny web_fetch *    | mvn test        | ??d",
                "deny web_fetch *    | npm install     | ??d",
                "deny web_fetch *    | git push        | ??d",
                "deny web_fetch *    | sudo ls         | ddd",
                "allow shell mvn *   | mvn test        | aaa",
                "deny shell mvn *    | mvn test        | ddd"
            })
    @Tag("sandbox#AC-5")
    void without_a_sandbox_every_command_that_does_more_than_look_is_asked_about(
            String rules, String line, String expected) {
        var word = new StringBuilder();
        for (Mode mode : List.of(INTERACTIVE, SEMI_AUTOMATIC, AUTONOMOUS)) {
            word.append(word(decision(open(mode, rules), run(line))));
        }
        assertThat(word).hasToString(expected);
        assertThat(decision(open(AUTONOMOUS, "deny web_fetch *"), edit("src/a.txt")))
                .isEqualTo(Decision.ALLOW);
    }

    private static Policy open(Mode mode, String rules) {
        return new Policy(
                mode,
                ROOT,
                () -> new PermissionRules(List.of(parsed(rules))),
                new Thresholds(Risk.HIGH, List.of()),
                () -> new SandboxState.Degraded("a test"));
    }

    @Test
    @Tag("sandbox#AC-4")
    void what_a_command_needs_follows_from_what_it_runs() {
        assertThat(CommandNeeds.of("mvn -o test && ls")).isEqualTo(SandboxNeeds.NONE);
        assertThat(CommandNeeds.of("env A=1 npm install")).isEqualTo(new SandboxNeeds(true, false));
        assertThat(CommandNeeds.of("sh -c 'git -C . commit -m x'"))
                .isEqualTo(new SandboxNeeds(false, true));
        assertThat(CommandNeeds.of("git fetch")).isEqualTo(new SandboxNeeds(true, true));
        assertThat(CommandNeeds.of("git log")).isEqualTo(SandboxNeeds.NONE);
        assertThat(CommandNeeds.of("curl http://localhost:8080"))
                .isEqualTo(new SandboxNeeds(true, false));
        assertThat(CommandNeeds.of("curl 'open")).isEqualTo(SandboxNeeds.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git fetch && curl http://localhost | true",
                "cd web && npm ci                   | true",
                "curl http://localhost/x.json | jq . | true",
                "git fetch && git log               | true",
                "git fetch && node send.js          | false",
                "node send.js; git fetch            | false",
                "git fetch & ./send                 | false",
                "git fetch | ./send                 | false",
                "echo $(./send); git fetch          | false",
                "git fetch && git diff --ext-diff   | false",
                "f() { ./send; }; git fetch; f      | false",
                "npm ci && npm test                 | false",
                "./mvnw -q dependency:resolve       | true",
                "mvn org.apache.maven.plugins:maven-dependency-plugin:3.8.1:go-offline | true",
                "mvn dependency:resolve test        | false",
                "mvn evil-dependency:resolve        | false",
                "mvn -f x dependency:resolve        | false",
                "cargo fetch --locked               | true",
                "go mod download && go test ./...   | false",
                "env A=1 sh -c 'git fetch; ./send'  | false",
                "timeout 5 git fetch                | true",
                "find . -exec ./send {} \\; ; git fetch | false"
            })
    @Tag("sandbox#AC-4")
    @Tag("fetched-libraries#AC-1")
    void the_network_is_there_only_where_all_that_runs_is_about_it(String both) {
        int last = both.lastIndexOf('|');
        assertThat(CommandNeeds.of(both.substring(0, last).strip()).network())
                .isEqualTo(Boolean.parseBoolean(both.substring(last + 1).strip()));
    }

    private static PermissionFiles files(Path home) {
        return PermissionFiles.of(home.resolve("etc/permissions.yaml"), Map.of(), home, ROOT);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static Config config(Path folder, String text, boolean isOwn) throws IOException {
        write(folder.resolve("home/.kiro/config.yaml"), isOwn ? text : "");
        write(folder.resolve("project/.kiro/config.yaml"), isOwn ? "" : text);
        return ((Config.Reading.Whole)
                        Config.read(Map.of(), folder.resolve("home"), folder.resolve("project")))
                .config();
    }

    private static PermissionRule rule(
            Origin origin, Decision effect, List<String> match, List<String> exclude) {
        return new PermissionRule(origin, origin.word() + ":1", "shell", match, exclude, effect);
    }

    private static String decisions(String rules, Effect effect) {
        return decisions(
                Stream.of(rules.split(";")).map(PermissionRulesTest::parsed).toList(), effect);
    }

    private static PermissionRule parsed(String text) {
        String[] words = text.strip().split(" ", 3);
        return new PermissionRule(
                Origin.USER,
                "user:1",
                words[1],
                words.length > 2 ? List.of(words[2]) : List.of(),
                List.of(),
                Decision.valueOf(words[0].toUpperCase(Locale.ROOT)));
    }

    private static String decisions(List<PermissionRule> rules, Effect effect) {
        var word = new StringBuilder();
        for (Mode mode : List.of(INTERACTIVE, SEMI_AUTOMATIC, AUTONOMOUS)) {
            word.append(word(decision(policy(mode, rules), effect)));
        }
        return word.toString();
    }

    private static char word(Decision decision) {
        return switch (decision) {
            case ALLOW -> 'a';
            case ASK -> '?';
            case DENY -> 'd';
        };
    }

    private static Decision decision(Policy policy, Effect effect) {
        return policy.rule(effect, Phase.EXECUTING, List.of()).decision();
    }

    private static Policy policy(Mode mode, List<PermissionRule> rules) {
        return policy(mode, rules, Thresholds.STANDARD);
    }

    private static Policy policy(Mode mode, List<PermissionRule> rules, Thresholds thresholds) {
        return new Policy(
                mode,
                ROOT,
                () -> new PermissionRules(rules),
                thresholds,
                () -> new SandboxState.Active("a test"));
    }

    private static Effect run(String line) {
        return new Effect.Execute(line);
    }

    private static Effect edit(String path) {
        return change(path, FileState.Present.of("old".getBytes(StandardCharsets.UTF_8), false));
    }

    private static Effect create(String path) {
        return change(path, new FileState.Absent());
    }

    private static Effect change(String path, FileState before) {
        return new Effect.Change(
                List.of(
                        new FileChange(
                                WorkspacePath.of(path),
                                before,
                                FileState.Present.of(
                                        "new".getBytes(StandardCharsets.UTF_8), false))));
    }
}
