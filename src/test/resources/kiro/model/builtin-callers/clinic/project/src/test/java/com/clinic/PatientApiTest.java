package com.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PatientApiTest {
    @LocalServerPort int port;
    @Autowired JdbcTemplate jdbc;

    @BeforeEach
    void staff() {
        jdbc.update("delete from patients");
        jdbc.update("delete from staff");
        jdbc.update("insert into staff (id, name, job, token) values (11, 'Nia', 'NURSE', 'nia-token')");
        jdbc.update("insert into staff (id, name, job, token) values (12, 'Doc', 'DOCTOR', 'doc-token')");
    }

    private RestClient as(String token) {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("X-Staff-Token", token)
                .build();
    }

    @Test
    void wardsAreListed() {
        String body = as("nia-token").get().uri("/patients?ward=B2").retrieve().body(String.class);
        assertThat(body).isEqualTo("[]");
    }

    @Test
    void strangersAreRefused() {
        assertThatThrownBy(() -> as("x").get().uri("/patients?ward=B2").retrieve().toBodilessEntity())
                .isInstanceOf(HttpClientErrorException.Unauthorized.class);
    }
}
