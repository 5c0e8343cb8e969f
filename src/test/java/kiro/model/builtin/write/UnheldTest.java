package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kiro.spec.CriterionId;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Route;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnheldTest {
    private static CriterionOutcome outcome(Expectation expectation) {
        return new CriterionOutcome(
                new CriterionId("AC-1"),
                new Route(HttpMethod.POST, new PathTemplate("/talks/{id}/reviews")),
                new Condition.Valid(),
                List.of(expectation),
                SourceSpan.start());
    }

    @ParameterizedTest
    @CsvSource({
        "averageScore, true",
        "avgRating, true",
        "reviewCount, true",
        "total, false",
        "meaning, false",
        "country, false",
        "summary, false",
        "maximal, false",
        "countryCode, false"
    })
    @Tag("builtin-engine#AC-92")
    void what_is_worked_out_of_many_is_known_by_its_name(String name, boolean isDerived) {
        assertThat(Unheld.isDerived(name)).isEqualTo(isDerived);
    }

    @Test
    @Tag("builtin-engine#AC-20")
    void whoever_promises_the_whole_answer_or_the_field_is_left_open() {
        var unheld = new Unheld(Set.of("averageScore"));

        assertThat(unheld.isPromised(outcome(new Expectation.Resource()))).isTrue();
        assertThat(unheld.isPromised(outcome(new Expectation.ResourceList()))).isTrue();
        assertThat(
                        unheld.isPromised(
                                outcome(
                                        new Expectation.HasFields(
                                                List.of("score", "averageScore")))))
                .isTrue();
        assertThat(unheld.isPromised(outcome(new Expectation.FieldIs("averageScore", "4.3"))))
                .isTrue();
        assertThat(unheld.isPromised(outcome(new Expectation.FieldIs("score", "4")))).isFalse();
        assertThat(unheld.isPromised(outcome(new Expectation.Status(201)))).isFalse();
    }
}
