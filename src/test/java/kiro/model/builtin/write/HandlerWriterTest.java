package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kiro.code.JavaReader;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("builtin-engine#AC-97")
class HandlerWriterTest {
    private static final String ADVICE = "src/main/java/shop/Answers.java";
    private static final String TEXT =
            """
            package shop;

            import org.springframework.http.HttpStatus;

            @RestControllerAdvice
            class Answers {

                @ExceptionHandler({Unreadable.class})
                @ResponseStatus(HttpStatus.BAD_REQUEST)
                ApiError unreadable(Exception e) {
                    return ApiError.of("unreadable", "The request could not be read");
                }
            }
            """;

    @Test
    void a_handler_after_a_model_has_a_code_and_a_message_of_its_own() {
        JavaReader reader = JavaReader.ofRuntime();
        Map<String, String> files = Map.of("pom.xml", "<project/>", ADVICE, TEXT);
        SpringProject project = SpringProject.read(reader, "pom.xml", files);
        var workshop = new Workshop(project, new Draft(reader, project.style(), files));

        new HandlerWriter(workshop).handle("shop.SlotTaken", "SlotTaken", 409);

        assertThat(workshop.draft().text(ADVICE))
                .contains(
                        """
                            @ExceptionHandler(SlotTaken.class)
                            @ResponseStatus(HttpStatus.CONFLICT)
                            ApiError slotTaken(SlotTaken e) {
                                return ApiError.of("slot_taken", e.getMessage());
                            }
                        """);
    }
}
