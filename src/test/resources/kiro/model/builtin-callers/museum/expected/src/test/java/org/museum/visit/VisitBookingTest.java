package org.museum.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.museum.auth.Sessions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class VisitBookingTest {

    private static final String VALID_CREATE =
            """
            {
              "groupName": "New group name",
              "visitors": 7,
              "day": "2099-03-14"
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private Sessions sessions;
    @Autowired private VisitStore visits;

    private String ida;

    @BeforeEach
    void startAnew() {
        ida = sessions.open("B-100", "4711");
    }

    @Test
    @Tag("visit-booking#AC-1")
    void creatingAVisitAnswersWithTheNewOne() throws Exception {
        mvc.perform(create(VALID_CREATE).header("X-Session", ida))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(newVisit().id()))
                .andExpect(jsonPath("$.groupName").value("New group name"))
                .andExpect(jsonPath("$.visitors").value(7))
                .andExpect(jsonPath("$.day").value("2099-03-14"))
                .andExpect(jsonPath("$.bookedBy").value(1));
        assertThat(visits.all()).anySatisfy(one -> {
            assertThat(one.groupName()).isEqualTo("New group name");
            assertThat(one.visitors()).isEqualTo(7);
            assertThat(one.day()).isEqualTo(LocalDate.parse("2099-03-14"));
            assertThat(one.bookedBy()).isEqualTo(1L);
        });
    }

    @Test
    @Tag("visit-booking#AC-2")
    void creatingAVisitWithAnInvalidGroupNameIsRefused() throws Exception {
        String body =
                """
                {
                  "visitors": 7,
                  "day": "2099-03-14"
                }
                """;
        int count = visits.all().size();

        mvc.perform(create(body).header("X-Session", ida)).andExpect(status().isBadRequest());
        assertThat(visits.all()).hasSize(count);
    }

    @Test
    @Tag("visit-booking#AC-3")
    void creatingAVisitWithAnInvalidGroupNameIsRefused2() throws Exception {
        String body =
                """
                {
                  "groupName": "%s",
                  "visitors": 7,
                  "day": "2099-03-14"
                }
                """
                        .formatted("x".repeat(81));
        int count = visits.all().size();

        mvc.perform(create(body).header("X-Session", ida)).andExpect(status().isBadRequest());
        assertThat(visits.all()).hasSize(count);
    }

    @Test
    @Tag("visit-booking#AC-4")
    void creatingAVisitWith0AsVisitorsIsRefused() throws Exception {
        String body =
                """
                {
                  "groupName": "New group name",
                  "visitors": 0,
                  "day": "2099-03-14"
                }
                """;
        int count = visits.all().size();

        mvc.perform(create(body).header("X-Session", ida)).andExpect(status().isBadRequest());
        assertThat(visits.all()).hasSize(count);
    }

    @Test
    @Tag("visit-booking#AC-5")
    void creatingAVisitWith41AsVisitorsIsRefused() throws Exception {
        String body =
                """
                {
                  "groupName": "New group name",
                  "visitors": 41,
                  "day": "2099-03-14"
                }
                """;
        int count = visits.all().size();

        mvc.perform(create(body).header("X-Session", ida)).andExpect(status().isBadRequest());
        assertThat(visits.all()).hasSize(count);
    }

    @Test
    @Tag("visit-booking#AC-6")
    void creatingAVisitWithAnInvalidDayIsRefused() throws Exception {
        String body =
                """
                {
                  "groupName": "New group name",
                  "visitors": 7,
                  "day": "2001-01-01"
                }
                """;
        int count = visits.all().size();

        mvc.perform(create(body).header("X-Session", ida)).andExpect(status().isBadRequest());
        assertThat(visits.all()).hasSize(count);
    }

    @Test
    @Tag("visit-booking#AC-7")
    void creatingAVisitWithoutSigningInIsUnauthorized() throws Exception {
        int count = visits.all().size();

        mvc.perform(create(VALID_CREATE)).andExpect(status().isUnauthorized());
        assertThat(visits.all()).hasSize(count);
    }

    @Test
    @Tag("visit-booking#AC-8")
    void creatingAVisitAnswersWithTheNewOne2() throws Exception {
        mvc.perform(create(VALID_CREATE).header("X-Session", ida))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.bookedBy").value(1));
        assertThat(visits.all()).anySatisfy(one -> {
            assertThat(one.groupName()).isEqualTo("New group name");
            assertThat(one.visitors()).isEqualTo(7);
            assertThat(one.day()).isEqualTo(LocalDate.parse("2099-03-14"));
            assertThat(one.bookedBy()).isEqualTo(1L);
        });
    }

    private static MockHttpServletRequestBuilder create(String body) {
        return post("/visits").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Visit newVisit() {
        return visits.all().stream()
                .filter(one -> "New group name".equals(one.groupName()))
                .findFirst()
                .orElseThrow();
    }
}
