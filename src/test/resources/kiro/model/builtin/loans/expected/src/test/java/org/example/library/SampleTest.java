package org.example.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
class SampleTest {

    private static final String VALID_CREATE_LOAN =
            """
            {
              "title": "New title",
              "days": 7
            }
            """;
    private static final String ADA = "ada";
    private static final String VALID_UPDATE_MOOD =
            """
            {
              "mood": "New mood"
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private LoanStore loans;
    @Autowired private ReviewStore reviews;

    @Test
    @Tag("sample#AC-1")
    void creating_a_loan_answers_with_the_new_one() throws Exception {
        Instant before = Instant.now().minusSeconds(1);

        String answer =
                mvc.perform(createLoan(VALID_CREATE_LOAN).header("X-Member-User", ADA))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.memberId").value("ada"))
                        .andExpect(jsonPath("$.title").value("New title"))
                        .andExpect(jsonPath("$.days").value(7))
                        .andExpect(jsonPath("$.createdAt").exists())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id").toString();
        Loan made = loans.find(Long.parseLong(id)).orElseThrow();
        assertThat(made.memberId()).isEqualTo("ada");
        assertThat(made.title()).isEqualTo("New title");
        assertThat(made.days()).isEqualTo(7);
        assertThat(made.createdAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-2")
    void creating_a_loan_answers_with_the_new_one_2() throws Exception {
        Instant before = Instant.now().minusSeconds(1);

        String answer =
                mvc.perform(createLoan(VALID_CREATE_LOAN).header("X-Member-User", ADA))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = JsonPath.read(answer, "$.id").toString();
        Loan made = loans.find(Long.parseLong(id)).orElseThrow();
        assertThat(made.memberId()).isEqualTo("ada");
        assertThat(made.title()).isEqualTo("New title");
        assertThat(made.days()).isEqualTo(7);
        assertThat(made.createdAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_loan_with_invalid_fields_is_refused() throws Exception {
        String body =
                """
                {
                  "title": "%s",
                  "days": 0
                }
                """
                        .formatted("x".repeat(121));
        int count = loans.findAll().size();

        mvc.perform(createLoan(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(loans.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_loan_with_title_too_long_is_refused() throws Exception {
        String body =
                """
                {
                  "title": "%s",
                  "days": 7
                }
                """
                        .formatted("x".repeat(121));
        int count = loans.findAll().size();

        mvc.perform(createLoan(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(loans.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_loan_without_title_is_refused() throws Exception {
        String body =
                """
                {"days": 7}
                """;
        int count = loans.findAll().size();

        mvc.perform(createLoan(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(loans.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_loan_with_days_too_small_is_refused() throws Exception {
        String body =
                """
                {
                  "title": "New title",
                  "days": 0
                }
                """;
        int count = loans.findAll().size();

        mvc.perform(createLoan(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(loans.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_loan_with_days_too_large_is_refused() throws Exception {
        String body =
                """
                {
                  "title": "New title",
                  "days": 29
                }
                """;
        int count = loans.findAll().size();

        mvc.perform(createLoan(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(loans.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_loan_without_days_is_refused() throws Exception {
        String body =
                """
                {"title": "New title"}
                """;
        int count = loans.findAll().size();

        mvc.perform(createLoan(body).header("X-Member-User", ADA))
                .andExpect(status().isBadRequest());
        assertThat(loans.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-4")
    void creating_a_loan_without_signing_in_is_unauthorized() throws Exception {
        int count = loans.findAll().size();

        mvc.perform(createLoan(VALID_CREATE_LOAN)).andExpect(status().isUnauthorized());
        assertThat(loans.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-5")
    void updating_a_mood_answers_with_the_updated_one() throws Exception {
        Review review = storedReview("ada");

        mvc.perform(updateMood(review.id(), VALID_UPDATE_MOOD).header("X-Member-User", ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(review.id()))
                .andExpect(jsonPath("$.book").value("Some book"))
                .andExpect(jsonPath("$.mood").value("New mood"));
        assertThat(reviews.find(review.id()).orElseThrow().mood()).isEqualTo("New mood");
    }

    @Test
    @Tag("sample#AC-6")
    void updating_a_mood_succeeds() throws Exception {
        Review review = storedReview("ada");

        mvc.perform(updateMood(review.id(), VALID_UPDATE_MOOD).header("X-Member-User", ADA))
                .andExpect(status().isOk());
        assertThat(reviews.find(review.id()).orElseThrow().mood()).isEqualTo("New mood");
    }

    @Test
    @Tag("sample#AC-7")
    void updating_the_mood_of_another_user_is_forbidden() throws Exception {
        Review review = storedReview("ben");
        var stored = reviews.find(review.id()).orElseThrow();

        mvc.perform(updateMood(review.id(), VALID_UPDATE_MOOD).header("X-Member-User", ADA))
                .andExpect(status().isForbidden());
        assertThat(reviews.find(review.id()).orElseThrow()).isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder createLoan(String body) {
        return post("/loans").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder updateMood(Object id, String body) {
        return put("/reviews/{id}/mood", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Review storedReview(String memberId) {
        Review review =
                new Review(
                        reviews.nextId(),
                        memberId,
                        "Some book",
                        1,
                        "Some text",
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "Some mood");
        reviews.put(review);
        return review;
    }
}
