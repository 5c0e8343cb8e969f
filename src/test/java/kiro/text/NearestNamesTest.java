package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
    private static final List<String> NAMES =
            List.of("user-profile", "user-profile-update", "orders", "order-items", "refunds");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    usr-profile  | user-profile
                    USER-PROFILE | user-profile, user-profile-update
                    profile      | user-profile, user-profile-update
                    order        | orders, order-items
                    refnds       | refunds
                    odrers       | orders
                    zzz          | ''
                    a            | ''
                    """)
    @Tag("spec-documents#AC-11")
    void names_that_a_person_may_have_meant_come_nearest_first(String wanted, String names) {
        assertThat(String.join(", ", NearestNames.of(wanted, NAMES))).isEqualTo(names);
    }
}
