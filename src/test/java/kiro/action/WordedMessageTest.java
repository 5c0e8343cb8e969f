package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.hook.EventKind;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordedMessageTest {
    private static final String CART =
            """
            public class Cart {
                public int total() {
                    return 1;
                }
            }
            """;

    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() throws Exception {
        shop =
                new ActionWorkshop(folder)
                        .with("src/main/java/shop/cart/Cart.java", CART)
                        .committed("feat(cart): hold articles")
                        .with(
                                "src/main/java/shop/cart/Shelf.java",
                                "public class Shelf {\n    void drop(String id) {}\n}\n")
                        .staged();
    }

    private String message(Map<String, String> settings) throws InterruptedException {
        return shop.run("commit-message", settings).text();
    }

    @Test
    @Tag("hook-models#AC-4")
    void the_model_words_the_message_and_the_head_stays() throws Exception {
        shop.models()
                .proposing(
                        "commit_message",
                        "subject",
                        "take articles out of a cart again",
                        "body",
                        List.of(
                                "People put articles into a cart and change their minds, so `Shelf.drop` takes one out by its id."));

        assertThat(message(Map.of("model", "true")))
                .isEqualTo(
                        """
                        feat(cart): take articles out of a cart again

                        People put articles into a cart and change their minds, so `Shelf.drop`
                        takes one out by its id.

                        by scripted\
                        """);
        assertThat(shop.models().told()).contains("+    void drop(String id) {}");
    }

    @Test
    @Tag("hook-models#AC-4")
    void what_is_no_message_is_refused_and_mended() throws Exception {
        shop.models()
                .proposing(
                        "commit_message", "subject", "fix(till)!: take it out", "body", List.of())
                .proposing("commit_message", "subject", "Added a drop method.", "body", List.of())
                .proposing("commit_message", "subject", "call Till.pay for #12", "body", List.of())
                .proposing(
                        "commit_message",
                        "subject",
                        "take articles out",
                        "body",
                        List.of("Closes: the matter", "It calls `Till.pay` now."));

        assertThat(message(Map.of("model", "true")))
                .isEqualTo("feat(cart): take articles out\n\nby scripted");
        assertThat(shop.models().told())
                .contains("the head is decided")
                .contains("the subject has a full stop")
                .contains("a reference");
    }

    @Test
    @Tag("hook-models#AC-1")
    void without_a_word_no_model_is_asked() throws Exception {
        shop.models().proposing("commit_message", "subject", "say it well", "body", List.of());

        assertThat(message(Map.of())).isEqualTo("feat(cart): add Shelf\n");
        assertThat(message(Map.of("model", "false"))).isEqualTo("feat(cart): add Shelf\n");
        assertThat(shop.models().named()).isEmpty();
        message(Map.of("model", "ollama/small"));
        assertThat(shop.models().named()).containsExactly(Optional.of("ollama/small"));
    }

    @Test
    @Tag("hook-models#AC-1")
    void without_a_model_the_plain_message_is_written_with_a_line_on_why() throws Exception {
        assertThat(message(Map.of("model", "true")))
                .isEqualTo(
                        "feat(cart): add Shelf\n\nwithout a model: no language model is configured");
        shop.models().proposing("something_else");
        assertThat(message(Map.of("model", "true")))
                .startsWith("feat(cart): add Shelf\n\nwithout a model: scripted: ");
    }

    @Test
    @Tag("hook-models#AC-2")
    void a_model_that_never_answers_holds_up_no_commit() throws Exception {
        Path file = Files.writeString(folder.resolve("COMMIT_EDITMSG"), "\n# Please enter\n");
        shop.models().silent();
        long begun = System.nanoTime();

        String said =
                shop.on(
                                "commit-message",
                                EventKind.PREPARE_COMMIT_MSG,
                                new Subject.Commit(List.of(), Optional.of(file), ""),
                                Map.of("model", "true", "wait", "300ms"))
                        .text();

        assertThat(said)
                .endsWith(
                        "without a model: silent gave nothing that can stand within 299 ms"
                                .replace("299", said.replaceAll("(?s).* (\\d+) ms", "$1")));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(file).hasContent("feat(cart): add Shelf\n\n# Please enter\n");
    }

    @Test
    @Tag("hook-models#AC-2")
    void where_a_message_stands_already_nobody_is_asked() throws Exception {
        Path file = Files.writeString(folder.resolve("COMMIT_EDITMSG"), "mine\n");

        shop.on(
                "commit-message",
                EventKind.PREPARE_COMMIT_MSG,
                new Subject.Commit(List.of(), Optional.of(file), ""),
                Map.of("model", "true"));

        assertThat(shop.models().named()).isEmpty();
        assertThat(file).hasContent("mine\n");
    }

    @Test
    @Tag("hook-models#AC-3")
    void secrets_and_files_that_are_kept_are_not_told() throws Exception {
        shop.with("config.txt", "token " + WorkshopModels.SECRET + "\n")
                .with(".env", "PASSWORD=abc\n")
                .with(".kiroignore", "private/\n")
                .with("private/plan.txt", "buy the rival\n")
                .staged();
        shop.models()
                .proposing("commit_message", "subject", "take articles out", "body", List.of());

        message(Map.of("model", "true"));

        assertThat(shop.models().told())
                .contains("token [secret]")
                .contains(".env: added, not shown")
                .doesNotContain(WorkshopModels.SECRET)
                .doesNotContain("PASSWORD=abc")
                .doesNotContain("buy the rival");
    }
}
