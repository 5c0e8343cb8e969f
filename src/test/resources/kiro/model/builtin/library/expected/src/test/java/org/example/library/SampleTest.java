package org.example.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@Import(MovableClockConfig.class)
class SampleTest {

    private static final String VALID_CREATE_REVIEW =
            """
            {
              "book": "New book",
              "stars": 5,
              "text": "New text"
            }
            """;
    private static final String ADA = "ada";
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final String VALID_UPDATE_REVIEW =
            """
            {
              "stars": 5,
              "text": "New text"
            }
            """;
    private static final String BEN = "ben";

    @Autowired private MockMvc mvc;
    @Autowired private ReviewStore reviews;
    @Autowired private MovableClock clock;

    @BeforeEach
    void start_anew() {
        clock.advance(WINDOW);
    }

    @Test
    @Tag("sample#AC-1")
    void creating_a_review_answers_with_the_new_one() throws Exception {
        Instant before = Instant.now().minusSeconds(1);

        String answer =
                mvc.perform(createReview(VALID_CREATE_REVIEW).header("X-Member-User", ADA))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.memberId").value("ada"))
                        .andExpect(jsonPath("$.book").value("New book"))
                        .andExpect(jsonPath("$.stars").value(5))
                        .andExpect(jsonPath("$.text").value("New text"))
                        .andExpect(jsonPath("$.createdAt").exists())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id").toString();
        Review made = reviews.find(Long.parseLong(id)).orElseThrow();
        assertThat(made.memberId()).isEqualTo("ada");
        assertThat(made.book()).isEqualTo("New book");
        assertThat(made.stars()).isEqualTo(5);
        assertThat(made.text()).isEqualTo("New text");
        assertThat(made.createdAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-1")
    void creating_a_review_without_what_is_optional_succeeds() throws Exception {
        String body =
                """
                {
                  "book": "New book",
                  "stars": 5
                }
                """;
        Instant before = Instant.now().minusSeconds(1);

        String answer =
                mvc.perform(createReview(body).header("X-Member-User", ADA))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id").toString();
        Review made = reviews.find(Long.parseLong(id)).orElseThrow();
        assertThat(made.memberId()).isEqualTo("ada");
        assertThat(made.book()).isEqualTo("New book");
        assertThat(made.stars()).isEqualTo(5);
        assertThat(made.text()).isNull();
        assertThat(made.createdAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-2")
    void creating_a_review_with_invalid_fields_is_refused() throws Exception {
        String body =
                """
                {
                  "book": "%s",
                  "stars": 0,
                  "text": "New text"
                }
                """
                        .formatted("x".repeat(121));
        int count = reviews.findAll().size();

        mvc.perform(createReview(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(reviews.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creating_a_review_with_book_too_long_is_refused() throws Exception {
        String body =
                """
                {
                  "book": "%s",
                  "stars": 5,
                  "text": "New text"
                }
                """
                        .formatted("x".repeat(121));
        int count = reviews.findAll().size();

        mvc.perform(createReview(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(reviews.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creating_a_review_without_book_is_refused() throws Exception {
        String body =
                """
                {
                  "stars": 5,
                  "text": "New text"
                }
                """;
        int count = reviews.findAll().size();

        mvc.perform(createReview(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(reviews.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creating_a_review_with_stars_too_small_is_refused() throws Exception {
        String body =
                """
                {
                  "book": "New book",
                  "stars": 0,
                  "text": "New text"
                }
                """;
        int count = reviews.findAll().size();

        mvc.perform(createReview(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(reviews.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creating_a_review_with_stars_too_large_is_refused() throws Exception {
        String body =
                """
                {
                  "book": "New book",
                  "stars": 6,
                  "text": "New text"
                }
                """;
        int count = reviews.findAll().size();

        mvc.perform(createReview(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(reviews.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creating_a_review_without_stars_is_refused() throws Exception {
        String body =
                """
                {
                  "book": "New book",
                  "text": "New text"
                }
                """;
        int count = reviews.findAll().size();

        mvc.perform(createReview(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(reviews.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_review_without_signing_in_is_unauthorized() throws Exception {
        int count = reviews.findAll().size();

        mvc.perform(createReview(VALID_CREATE_REVIEW)).andExpect(status().isUnauthorized());
        assertThat(reviews.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-4")
    void updating_a_review_answers_with_the_updated_one() throws Exception {
        Review review = storedReview("ada");

        mvc.perform(updateReview(review.id(), VALID_UPDATE_REVIEW).header("X-Member-User", ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(review.id()))
                .andExpect(jsonPath("$.memberId").value("ada"))
                .andExpect(jsonPath("$.book").value("Some book"))
                .andExpect(jsonPath("$.stars").value(5))
                .andExpect(jsonPath("$.text").value("New text"))
                .andExpect(jsonPath("$.createdAt").value("2026-01-05T09:00:00Z"));
        Review stored = reviews.find(review.id()).orElseThrow();
        assertThat(stored.stars()).isEqualTo(5);
        assertThat(stored.text()).isEqualTo("New text");
    }

    @Test
    @Tag("sample#AC-4")
    void updating_a_review_without_what_is_optional_succeeds() throws Exception {
        Review review = storedReview("ada");
        String body =
                """
                {"stars": 5}
                """;

        mvc.perform(updateReview(review.id(), body).header("X-Member-User", ADA))
                .andExpect(status().isOk());
        Review stored = reviews.find(review.id()).orElseThrow();
        assertThat(stored.stars()).isEqualTo(5);
        assertThat(stored.text()).isNull();
    }

    @Test
    @Tag("sample#AC-5")
    void updating_the_review_of_another_user_is_forbidden() throws Exception {
        Review review = storedReview("ben");
        var stored = reviews.find(review.id()).orElseThrow();

        mvc.perform(updateReview(review.id(), VALID_UPDATE_REVIEW).header("X-Member-User", ADA))
                .andExpect(status().isForbidden());
        assertThat(reviews.find(review.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("sample#AC-6")
    void a_user_over_the_limit_does_not_hold_up_another_one() throws Exception {
        Review review = storedReview("ada");
        for (int sent = 0; sent < 2; sent++) {
            mvc.perform(updateReview(review.id(), VALID_UPDATE_REVIEW).header("X-Member-User", ADA))
                    .andExpect(status().isOk());
        }
        mvc.perform(updateReview(review.id(), VALID_UPDATE_REVIEW).header("X-Member-User", ADA))
                .andExpect(status().isTooManyRequests());
        Review another = storedReview("ben");

        mvc.perform(updateReview(another.id(), VALID_UPDATE_REVIEW).header("X-Member-User", BEN))
                .andExpect(status().isOk());
    }

    @Test
    @Tag("sample#AC-7")
    void updating_an_unknown_review_is_not_found() throws Exception {
        mvc.perform(updateReview(999_999, VALID_UPDATE_REVIEW).header("X-Member-User", ADA))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("sample#AC-8")
    void deleting_a_review_removes_it() throws Exception {
        Review review = storedReview("ada");

        mvc.perform(deleteReview(review.id()).header("X-Member-User", ADA))
                .andExpect(status().isNoContent());
        assertThat(reviews.find(review.id())).isEmpty();
    }

    @Test
    @Tag("sample#AC-9")
    void listing_reviews_answers_with_all_of_them() throws Exception {
        Review review = storedReview("ada");
        Review another = storedReview("ben");

        mvc.perform(listReview().header("X-Member-User", ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", review.id()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", another.id()).isNotEmpty());
    }

    private static MockHttpServletRequestBuilder createReview(String body) {
        return post("/reviews").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder updateReview(Object id, String body) {
        return put("/reviews/{id}", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Review storedReview(String memberId) {
        Review review =
                new Review(
                        reviews.nextId(),
                        memberId,
                        "Some book",
                        1,
                        "Some text",
                        Instant.parse("2026-01-05T09:00:00Z"));
        reviews.put(review);
        return review;
    }

    private static MockHttpServletRequestBuilder deleteReview(Object id) {
        return delete("/reviews/{id}", id);
    }

    private static MockHttpServletRequestBuilder listReview() {
        return get("/reviews");
    }
}
