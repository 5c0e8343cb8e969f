package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestUserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1                                    | long    | 1L
                    1                                    | Long    | 1L
                    ada                                  | long    |
                    ada                                  | Long    |
                    99999999999999999999                 | long    |
                    7                                    | int     | 7
                    ada                                  | Integer |
                    11111111-1111-4111-8111-111111111111 | UUID    | UUID.fromString("11111111-1111-4111-8111-111111111111")
                    ada                                  | UUID    |
                    ada                                  | String  | "ada"
                    """)
    @Tag("builtin-engine#AC-22")
    void an_id_is_written_as_a_value_of_its_type_or_not_at_all(
            String id, String type, String expression) {
        var user = new TestUser("ADA", "\"key-ada\"", id, List.of());

        assertThat(user.idAs(type, new ArrayList<>())).isEqualTo(Optional.ofNullable(expression));
    }
}
