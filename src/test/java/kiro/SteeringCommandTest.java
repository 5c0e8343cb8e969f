package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeringCommandTest {
    private static final String STYLE =
            """
            ---
            owner: web team
            ---
            # Code style

            - Never use `console.log`; use the structured logger from `src/lib/logger.ts`.
            - Controllers must not import repositories.
            - Write code that is easy to read.
            - Aim for good test coverage.
            """;

    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() {
        files =
                TemporaryWorkspace.in(folder)
                        .with("project/.kiro/steering/code-style.md", STYLE)
                        .with(
                                "project/src/lib/logger.ts",
                                "export const logger = (m: string) => console.log(m);\n")
                        .with(
                                "project/src/web/user.controller.ts",
                                """
                                import { Users } from '../db/user.repository';
                                const { log } = console;
                                export const show = (users: Users) => log(users);
                                """)
                        .with("project/src/db/user.repository.ts", "export class Users {}\n");
        kiro = Kiro.in(folder.resolve("project"));
    }

    @Test
    @Tag("steering-commands#AC-1")
    void the_list_tells_how_much_of_each_file_is_checked() {
        assertThat(kiro.run("steering", "list"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                FILE                          TOLD    ENFORCED  PROPOSED  GUIDANCE  BROKEN
                                .kiro/steering/code-style.md  always  2         0         2         0
                                4 sentences: 2 enforced (50 %), 0 proposed, 2 guidance, 0 broken
                                """,
                                ""));
        assertThat(kiro.run("steering", "list", "--json").out())
                .contains(
                        "\"file\" : \".kiro/steering/code-style.md\"",
                        "\"owner\" : \"web team\"",
                        "\"state\" : \"enforced\"",
                        "\"code-style/no-console-log\"",
                        "\"state\" : \"guidance\"");
    }

    @Test
    @Tag("steering-commands#AC-2")
    void each_sentence_is_shown_with_what_it_is_worth_and_why() {
        assertThat(kiro.run("steering", "show", "code-style"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                .kiro/steering/code-style.md  always, kept by web team
                                     6  Never use `console.log`; use the structured logger from `src/lib/logger.ts`.
                                        ENFORCED code-style/no-console-log
                                     7  Controllers must not import repositories.
                                        ENFORCED code-style/controllers-import-no-repositories
                                     8  Write code that is easy to read.
                                        GUIDANCE it has no form that is understood
                                     9  Aim for good test coverage.
                                        GUIDANCE 'aim' leaves a choice
                                """,
                                ""));
        assertThat(kiro.run("steering", "show", "code-stile"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: there is no steering file 'code-stile' [steering/unknown-file]
                                  next: did you mean 'code-style'?
                                """));
    }

    @Test
    @Tag("steering-infrastructure#AC-10")
    void sentences_about_infrastructure_are_checked_on_the_files_that_make_it() {
        files.with(
                        "project/.kiro/steering/aws.md",
                        """
                        - All resources must be tagged with `Owner`.
                        - IAM policies must not use wildcard actions or resources.
                        """)
                .with("project/infra/main.tf", "resource \"aws_s3_bucket\" \"logs\" {}\n")
                .with("project/infra/broken.tf", "resource {\n");

        assertThat(kiro.run("steering", "show", "aws").out()).contains("ENFORCED aws/");
        Kiro.Result check = kiro.run("steering", "check", "infra");

        assertThat(check.out())
                .contains(
                        "infra/main.tf:1:1",
                        "aws_s3_bucket logs has no tag Owner",
                        "All resources must be tagged with `Owner`.");
        assertThat(check.err())
                .contains("infra/broken.tf")
                .contains("cannot be read: line 2: a block is not closed");
    }

    @Test
    @Tag("steering-commands#AC-3")
    void a_violation_is_said_with_place_rule_sentence_and_next_move() {
        assertThat(kiro.run("steering", "check"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                """
                                src/web/user.controller.ts:1:1: error: Controllers imports ../db/user.repository of repositories: Controllers must not import repositories. [code-style/controllers-import-no-repositories]
                                  next: turn the dependency round, or go by what may be imported
                                src/web/user.controller.ts:2:9: error: console.log is used: Never use `console.log`; use the structured logger from `src/lib/logger.ts`. [code-style/no-console-log]
                                  next: use the structured logger from `src/lib/logger.ts` instead
                                src/web/user.controller.ts:3:39: error: console.log is called: Never use `console.log`; use the structured logger from `src/lib/logger.ts`. [code-style/no-console-log]
                                  next: use the structured logger from `src/lib/logger.ts` instead
                                2 rules checked: 3 violations
                                """,
                                ""));
        assertThat(kiro.run("steering", "check", "src/db").out())
                .isEqualTo("2 rules checked: 0 violations\n");
        assertThat(kiro.run("steering", "check", "src/nowhere").code()).isEqualTo(1);
    }

    @Test
    @Tag("steering-commands#AC-3")
    void programs_get_the_same_in_their_forms() {
        assertThat(kiro.run("steering", "check", "--format", "sarif").out())
                .contains("\"version\" : \"2.1.0\"", "\"ruleId\" : \"code-style/no-console-log\"");
        assertThat(kiro.run("steering", "check", "--format", "github").out())
                .contains("::error file=src/web/user.controller.ts,line=2");
        assertThat(kiro.run("steering", "check", "--format", "json").out())
                .contains("\"rule\" : \"code-style/no-console-log\"", "\"notes\" : [ ]");
        assertThat(kiro.run("steering", "check", "--format", "xml"))
                .matches(result -> result.code() == 64)
                .extracting(Kiro.Result::err)
                .asString()
                .contains("'xml' is no format: text, json, sarif or github");
    }

    @Test
    @Tag("steering-commands#AC-4")
    void without_a_repository_what_is_changed_is_not_guessed() {
        assertThat(kiro.run("steering", "check", "--changed"))
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: what is changed is not known: the project is in no git repository [steering/no-changes]
                                  next: check the whole project: kiro steering check
                                """));
    }

    @Test
    @Tag("steering-commands#AC-5")
    void a_rule_whose_target_is_gone_is_broken_and_says_so() throws IOException {
        Files.delete(folder.resolve("project/src/lib/logger.ts"));

        Kiro.Result list = kiro.run("steering", "list");

        assertThat(list.code()).isEqualTo(1);
        assertThat(list.out()).contains("[steering/broken-rule]", "1 broken");
        assertThat(kiro.run("steering", "check").out()).contains("1 rule checked");
    }

    @Test
    @Tag("steering-commands#AC-6")
    void a_path_is_explained_by_files_and_rules() {
        assertThat(kiro.run("steering", "explain", "src/web/new.controller.ts"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                told, the nearest last
                                  .kiro/steering/code-style.md  always, of the project
                                checked
                                  code-style/no-console-log  .kiro/steering/code-style.md:6
                                    Never use `console.log`; use the structured logger from `src/lib/logger.ts`.
                                  code-style/controllers-import-no-repositories  .kiro/steering/code-style.md:7
                                    Controllers must not import repositories.
                                """,
                                ""));
        assertThat(kiro.run("steering", "explain").code()).isEqualTo(64);
        assertThat(kiro.run("steering", "explain", "../other.ts").code()).isEqualTo(1);
    }

    @Test
    @Tag("steering-commands#AC-7")
    void the_steering_of_a_folder_holds_below_it_alone() {
        files.with(
                        "project/src/web/.kiro/steering/web.md",
                        "- Never use `eval`.\n- Only `lib/` may use `fetch`.\n")
                .with("project/src/web/a.ts", "eval('1');\n")
                .with("project/src/web/lib/c.ts", "export const c = () => fetch('/');\n")
                .with("project/src/web/d.ts", "export const d = () => fetch('/');\n")
                .with("project/src/db/b.ts", "eval('1');\n");

        assertThat(kiro.run("steering", "check").out())
                .contains("src/web/a.ts:1:1", "src/web/d.ts:1:24")
                .doesNotContain("src/db/b.ts", "src/web/lib/c.ts");
        assertThat(kiro.run("steering", "show", "web").out())
                .contains("ENFORCED src-web/web/no-eval", "ENFORCED src-web/web/fetch-only-in-lib");
    }

    @Test
    @Tag("steering-commands#AC-7")
    void places_in_the_steering_of_a_folder_begin_there() {
        files.with(
                        "project/packages/shop/.kiro/steering/shop.md",
                        """
                        - `domain/` must not import `web/`.
                        - Tests live in `tests/`.
                        """)
                .with(
                        "project/packages/shop/domain/cart.ts",
                        "import { view } from '../web/view';\nexport function total() { return view; }\n")
                .with("project/packages/shop/web/view.ts", "export const view = 1;\n")
                .with("project/packages/shop/web/view.test.ts", "it('is', () => {});\n")
                .with("project/packages/shop/tests/cart.test.ts", "it('is', () => {});\n")
                .with(
                        "project/domain/other.ts",
                        "import { w } from '../web/w';\nexport function other() { return w; }\n")
                .with("project/web/w.ts", "export const w = 1;\n");

        Kiro.Result result = kiro.run("steering", "check", "packages/shop");

        assertThat(result.out())
                .contains("packages/shop/domain/cart.ts:1:1", "packages/shop/web/view.test.ts:1:1")
                .doesNotContain("packages/shop/tests/cart.test.ts");
        assertThat(kiro.run("steering", "check").out().lines())
                .noneMatch(line -> line.startsWith("domain/other.ts"));
    }

    @Test
    @Tag("steering-commands#AC-7")
    void the_files_that_belong_to_those_of_a_folder_lie_below_it() {
        files.with(
                        "project/packages/shop/.kiro/steering/shop.md",
                        "- Each `*.service.ts` has a matching `*.service.test.ts` in `src/tests`.\n")
                .with("project/packages/shop/src/cart.service.ts", "export const c = 1;\n")
                .with("project/packages/shop/src/tests/cart.service.test.ts", "it('', f);\n")
                .with("project/packages/shop/src/pay.service.ts", "export const p = 1;\n")
                .with("project/src/tests/pay.service.test.ts", "it('', f);\n");

        assertThat(kiro.run("steering", "check", "packages/shop").out())
                .startsWith("packages/shop/src/pay.service.ts:1:1: error:")
                .doesNotContain("cart.service.ts");
    }
}
