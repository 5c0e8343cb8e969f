package kiro.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kiro.permission.Ruling.Decision;
import kiro.sandbox.SandboxState;
import kiro.tool.Effect;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules about paths hold for a command line by whatever words it comes to them.
class ReachedPathsTest {
    private static final Path ROOT = Path.of("/srv/project");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf legal",
                "rm -rf ./legal/",
                "rm -rf src/../legal",
                "rm -rf /srv/project/legal",
                "rm legal/a",
                "rm l*/a",
                "rm lega?/a",
                "rm [kl]egal/a",
                "rm -rf *",
                "rm -rf .",
                "rm {legal,b}/a",
                "mv legal x",
                "mv * x",
                "mv x legal",
                "cp x legal/",
                "cp x legal",
                "cp -t legal x",
                "cp --target-directory=legal x",
                "cd legal && rm a",
                "cd legal; rm -rf .",
                "(cd legal && rm a)",
                "cd src && cd ../legal && rm a",
                "cd src && rm -rf ../legal",
                "pushd legal && rm a",
                "cd legal && git clean -fd",
                "cd legal && find -delete",
                "cd l*l && rm a",
                "tar -C legal -xf x.tar",
                "tar -Clegal -xf x.tar",
                "tar --directory=legal -xf x.tar",
                "unzip x.zip -d legal",
                "git checkout -- legal",
                "git checkout HEAD -- legal/a",
                "git checkout -- .",
                "git restore legal",
                "git clean -fd",
                "git clean -fd legal",
                "git -C legal clean -fd",
                "git reset --hard",
                "git stash",
                "git rm legal/a",
                "git mv legal/a b",
                "sed -i s/a/b/ legal/a",
                "sed -i s/a/b/ */a",
                "find legal -delete",
                "find . -name a -delete",
                "find -delete",
                "> legal/x",
                "echo x > l*/x",
                "echo x >> legal/../legal/x",
                "cd legal && echo x > a",
                "echo x | tee legal/x",
                "rsync -a x legal",
                "dd if=x of=legal/x",
                "cd legal && dd if=x of=a",
                "chmod -R u+w legal",
                "chmod u+w legal/a",
                "ln -s x legal/y",
                "truncate -s 0 legal/a",
                "curl -o legal/x https://example.com",
                "patch -d legal x",
                "sort -o legal/a b",
                "gcc -o legal/a b.c",
                "env A=1 timeout 5 rm -rf legal",
                "sh -c 'cd legal && rm a'",
                "find legal | xargs rm",
                "ls legal/* | xargs rm -f",
                "find legal -type f -exec rm {} +",
                "for f in legal/*; do rm \"$f\"; done",
                "D=legal; rm -rf $D",
                "gzip legal/a",
                "zip -m x.zip legal/a",
                "rename s/a/b/ legal/a",
                "cpio -i -D legal",
                "wget -P legal http://localhost/x",
                "find src -exec rm -rf legal +"
            })
    @Tag("permissions#AC-23")
    void what_is_kept_from_writing_is_kept_however_a_command_names_it(String line) {
        assertThat(decision("deny fs_write legal/**", Mode.AUTONOMOUS, line))
                .isEqualTo(Decision.DENY);
        assertThat(decision("deny all legal/**", Mode.INTERACTIVE, line)).isEqualTo(Decision.DENY);
        assertThat(
                        decision(
                                "allow shell; allow fs_write; ask fs_write legal/**",
                                Mode.SEMI_AUTOMATIC,
                                line))
                .isNotEqualTo(Decision.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf src",
                "rm legally",
                "rm a/legal",
                "mv a b",
                "cp legal.txt b",
                "cp x .",
                "cd src && rm a",
                "git clean -fd src",
                "git checkout main",
                "git checkout -- src/a",
                "git add .",
                "git commit -m legal",
                "find src -delete",
                "sed -i s/a/b/ src/a",
                "cat legal/a",
                "ls legal",
                "cd legal && ls",
                "echo legal",
                "grep -rn x legal",
                "mvn test",
                "mkdir -p src/legal",
                "find src -type f | xargs rm",
                "for f in src/*; do rm $f; done",
                "tar -C src -xf x.tar"
            })
    @Tag("permissions#AC-23")
    void what_does_not_come_near_it_is_let_be(String line) {
        assertThat(decision("deny fs_write legal/**", Mode.INTERACTIVE, line))
                .isNotEqualTo(Decision.DENY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat legal/a",
                "cat l*/a",
                "grep -rn x legal",
                "cd legal && cat a",
                "cp -r legal b",
                "tar cf x.tar legal",
                "wc -l < legal/a",
                "cd legal && wc -l < a"
            })
    @Tag("permissions#AC-23")
    void what_is_kept_from_reading_is_kept_too(String line) {
        assertThat(decision("deny fs_read legal/**", Mode.INTERACTIVE, line))
                .isEqualTo(Decision.DENY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.sql       | rm *                | DENY",
                "*.sql       | rm db/a.sql         | DENY",
                "*.sql       | cd db && rm a.sql   | DENY",
                "*.sql       | rm a.txt            | ASK",
                "db/**/*.sql | rm -rf db           | DENY",
                "db/*.sql    | rm db/[ab].sql      | DENY",
                "db/*.sql    | rm db/*.txt         | ASK",
                "{db,x}/a    | rm -r db            | DENY",
                "/srv/**     | rm -r src           | DENY",
                "/etc/**     | cp a /etc/b         | DENY",
                "LEGAL/**    | rm -r legal         | DENY"
            })
    @Tag("permissions#AC-23")
    void patterns_meet_what_shells_make_of_words(String glob, String line, Decision expected) {
        assertThat(decision("deny fs_write " + glob, Mode.INTERACTIVE, line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "touch src/a.txt          | MEDIUM",
                "touch b.txt              | HIGH",
                "cd src && touch a.txt    | MEDIUM",
                "cd lib && touch a.txt    | HIGH",
                "sed -i s/a/b/ src/a.txt  | MEDIUM",
                "sed -i s/a/b/ other      | HIGH",
                "sed -n 1,2p other        | LOW",
                "cp other src/a.txt       | MEDIUM",
                "cp src/a.txt other       | HIGH",
                "echo x > src/a.txt       | MEDIUM",
                "echo x > other           | HIGH",
                "echo x > src/dir/a       | MEDIUM",
                "tee other < x            | HIGH",
                "dd if=a of=other         | HIGH",
                "chmod u+r src/a.txt      | MEDIUM",
                "chmod u+r other          | HIGH",
                "mvn test                 | MEDIUM",
                "echo x > /dev/null       | LOW"
            })
    @Tag("permissions#AC-24")
    void a_command_that_changes_what_is_not_planned_is_of_high_risk(String line, Risk risk) {
        Ruling ruling =
                new Policy(Mode.SEMI_AUTOMATIC, ROOT)
                        .rule(
                                new Effect.Execute(line),
                                Phase.EXECUTING,
                                List.of(
                                        WorkspacePath.of("src/a.txt"),
                                        WorkspacePath.of("src/dir")));

        assertThat(ruling.risk()).isEqualTo(risk);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rm -rf db                   | DENY",
                "rm -rf ./db/ other          | DENY",
                "rm -rf /srv/project/db      | DENY",
                "cd db && rm -rf old         | DENY",
                "mv db elsewhere             | DENY",
                "find db -delete             | DENY",
                "find db -name x             | ALLOW",
                "chmod -R a+w db             | DENY",
                "chmod a+w db                | ALLOW",
                "git checkout -- db          | DENY",
                "git restore db              | DENY",
                "git rm -r db                | DENY",
                "sh -c 'rm -rf db'           | DENY",
                "xargs rm -rf db             | DENY",
                "rm -rf other                | ALLOW",
                "rm -rf many                 | DENY",
                "cp a.txt db                 | ALLOW",
                "mv a.txt db                 | ALLOW",
                "mkdir -p db                 | ALLOW",
                "cat db/readme.txt           | ALLOW"
            })
    @Tag("permissions#AC-27")
    void a_rule_about_files_is_one_about_a_folder_that_holds_some(String line, Decision expected) {
        var tree =
                Map.of(
                        "db", List.of("db/readme.txt", "db/old/one.SQL", "db/two.sql"),
                        "db/old", List.of("db/old/one.sql"),
                        "other", List.of("other/a.txt"),
                        "many", List.of("many/*"));
        var policy =
                new Policy(
                        Mode.AUTONOMOUS,
                        ROOT,
                        () ->
                                new PermissionRules(
                                        List.of(
                                                rule("deny fs_write *.sql"),
                                                rule("allow shell *"))),
                        Thresholds.STANDARD,
                        () -> new SandboxState.Off("here"));
        var effect = new Effect.Execute(line);

        assertThat(
                        policy.holding(folder -> tree.getOrDefault(folder, List.of()))
                                .rule(effect, Phase.EXECUTING, List.of())
                                .decision())
                .isEqualTo(expected);
        assertThat(policy.rule(effect, Phase.EXECUTING, List.of()).decision())
                .isEqualTo(Decision.ALLOW);
    }

    private static Decision decision(String rules, Mode mode, String line) {
        List<PermissionRule> all =
                List.of(rules.split("; ")).stream().map(ReachedPathsTest::rule).toList();
        return new Policy(
                        mode,
                        ROOT,
                        () -> new PermissionRules(all),
                        Thresholds.STANDARD,
                        () -> new SandboxState.Off("here"))
                .rule(new Effect.Execute(line), Phase.EXECUTING, List.of())
                .decision();
    }

    private static PermissionRule rule(String text) {
        String[] words = text.split(" ");
        return new PermissionRule(
                Origin.USER,
                "rules:1",
                words[1],
                List.of(words).subList(2, words.length),
                List.of(),
                Decision.valueOf(words[0].toUpperCase(Locale.ROOT)));
    }
}
