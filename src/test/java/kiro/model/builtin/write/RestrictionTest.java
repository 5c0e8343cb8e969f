package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiro.spec.CriterionId;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Permission;
import kiro.spec.rest.RateLimit;
import kiro.spec.rest.Request;
import kiro.spec.rest.Response;
import kiro.spec.rest.Route;
import kiro.spec.rest.UnreadSentence;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictionTest {
    private static List<String> of(
            UnreadSentence sentence, HttpMethod method, Permission permission) {
        return of(sentence, method, permission, List.of());
    }

    private static List<String> of(
            UnreadSentence sentence,
            HttpMethod method,
            Permission permission,
            List<Behaviour> behaviours) {
        var endpoint =
                new EndpointSpec(
                        new Route(method, new PathTemplate("/admin/parcels/{id}")),
                        Authentication.NOT_STATED,
                        permission,
                        Optional.<RateLimit>empty(),
                        new Request(List.of(), List.of(), List.of()),
                        new Response(
                                java.util.OptionalInt.empty(),
                                Response.Shape.NOT_STATED,
                                List.of()),
                        behaviours);
        return Restriction.of(List.of(sentence), new Wants(endpoint, List.of())).stream()
                .map(Restriction.Open::reason)
                .toList();
    }

    private static UnreadSentence sentence(String section, String text) {
        boolean isCriterion = section.startsWith("Acceptance");
        return new UnreadSentence(
                text,
                SourceSpan.start(),
                section,
                isCriterion ? Optional.of(new CriterionId("AC-1")) : Optional.empty(),
                "not understood",
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Requirements | Depot staff only, apart from Mondays                            | who may use it
                    Requirements | Couriers may hand over what they carry, nobody else may         | who may use it
                    Requirements | A courier can see their own parcels in a van                    | who may use it
                    Requirements | Parcels of another depot are out of reach                       | who may use it
                    Constraints  | Only admins of the depot may do it                              | who may use it
                    Requirements | A parcel cannot be moved while another courier waits for it     | when it may be done
                    Requirements | Only sealed parcels can be weighed                              | when it may be done
                    Requirements | Only labels of parcels may be seen by drivers                   | who may use it
                    Requirements | A stamp can exist only once, and so can a label                 | what may be there more than once
                    Requirements | Not more often than 10 requests per hour and van                | how often it may be used
                    Requirements | Whoever asks too often gets 429                                 | how often it may be used
                    Requirements | A label is unique within a depot                                | what may be there more than once
                    Requirements | A van must not be double-booked                                 | what may be there more than once
                    Requirements | The parcel overlaps no other delivery                           | what may be there more than once
                    Requirements | A parcel on the road cannot change its address                  | when it may be done
                    Requirements | Parcels can no longer be changed behind the border              | when it may be done
                    Requirements | The weight fits the van, else 422                               | what may be sent
                    Requirements | A parcel needs to have a weight for its size                    | what may be sent
                    Acceptance Criteria | A courier of the other depot gets 403                    | who may use it
                    Acceptance Criteria | A parcel in a van on the road is answered with 409       | when it may be done
                    Acceptance Criteria | The 3rd parcel within a minute gets 429 on Sundays       | how often it may be used
                    """)
    @Tag("builtin-engine#AC-20")
    void a_sentence_that_may_restrict_is_found_with_what_it_restricts(
            String section, String text, String what) {
        assertThat(of(sentence(section, text), HttpMethod.PUT, new Permission.Anyone()))
                .containsExactly(
                        "\"%s\" may restrict %s, and was not understood".formatted(text, what));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The parcel travels by train",
                "GET /admin/parcels/{id} shows the parcel with its stamps",
                "The parcel gets a stamp in the colour of the day"
            })
    @Tag("builtin-engine#AC-20")
    void a_sentence_that_restricts_nothing_does_not(String text) {
        assertThat(of(sentence("Requirements", text), HttpMethod.PUT, new Permission.Anyone()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The database schema does not change",
                "The column `label` exists already",
                "The code keeps to its own package",
                "The answer must be fast"
            })
    @Tag("builtin-engine#AC-20")
    void how_it_is_built_restricts_nobody(String text) {
        assertThat(of(sentence("Constraints", text), HttpMethod.PUT, new Permission.Anyone()))
                .isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-20")
    void a_list_that_shows_some_elements_only_restricts_nobody() {
        var selecting =
                sentence("Acceptance Criteria", "`depot=north` lists northern parcels only");

        assertThat(of(selecting, HttpMethod.GET, new Permission.Anyone())).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-20")
    void a_criterion_matters_where_nothing_else_says_the_same() {
        var refused = sentence("Acceptance Criteria", "A courier of the other depot gets 403");

        assertThat(of(refused, HttpMethod.PUT, new Permission.Owner())).isEmpty();
        assertThat(
                        of(
                                refused,
                                HttpMethod.PUT,
                                new Permission.Anyone(),
                                List.of(new Behaviour.AdmitsEveryone())))
                .isEmpty();
    }
}
