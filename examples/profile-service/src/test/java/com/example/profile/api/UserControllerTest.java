package com.example.profile.api;

import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class UserControllerTest {

    private static final String ADA = "Bearer local-ada";

    @Autowired private MockMvc mvc;

    @Test
    void registering_answers_with_the_new_account() throws Exception {
        mvc.perform(
                        post("/users")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"email": "dana@example.com", "displayName": "Dana"}
                                        """))
                .andExpect(status().isCreated())
                .andExpect(header().string(HttpHeaders.LOCATION, matchesPattern("/users/\\d+")))
                .andExpect(jsonPath("$.email").value("dana@example.com"))
                .andExpect(jsonPath("$.displayName").value("Dana"));
    }

    @Test
    void registering_with_invalid_fields_names_them() throws Exception {
        mvc.perform(
                        post("/users")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"email": "dana@example.com", "displayName": " "}
                                        """))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("displayName"));
    }

    @Test
    void registering_an_email_address_twice_is_a_conflict() throws Exception {
        mvc.perform(
                        post("/users")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"email": "ada@example.com", "displayName": "Ada"}
                                        """))
                .andExpect(status().isConflict());
    }

    @Test
    void the_owner_reads_the_own_account() throws Exception {
        mvc.perform(get("/users/1").header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.email").value("ada@example.com"));
    }

    @Test
    void the_account_of_another_user_is_forbidden() throws Exception {
        mvc.perform(get("/users/2").header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isForbidden());
    }

    @Test
    @Tag("user-profile-read#AC-1")
    void a_signed_in_user_reads_the_profile_of_another_user() throws Exception {
        mvc.perform(get("/users/2/profile").header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(2))
                .andExpect(jsonPath("$.displayName").value("Ben Okafor"))
                .andExpect(jsonPath("$.bio").value("Bread, bikes and backends."))
                .andExpect(jsonPath("$.updatedAt").value("2026-01-05T09:00:00Z"));
    }

    @Test
    @Tag("user-profile-read#AC-2")
    void a_profile_does_not_show_the_email_address() throws Exception {
        mvc.perform(get("/users/2/profile").header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.email").doesNotExist());
    }

    @Test
    @Tag("user-profile-read#AC-3")
    void a_profile_is_not_shown_without_a_valid_token() throws Exception {
        mvc.perform(get("/users/1/profile").header(HttpHeaders.AUTHORIZATION, "Bearer unknown"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, "Bearer"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    @Tag("user-profile-read#AC-4")
    void the_profile_of_an_unknown_user_is_not_found() throws Exception {
        mvc.perform(get("/users/999/profile").header(HttpHeaders.AUTHORIZATION, ADA))
                .andExpect(status().isNotFound());
    }
}
