package org.example.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.example.shelter.domain.Animal;
import org.example.shelter.domain.Species;
import org.example.shelter.store.AnimalStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ProseTest {

    private static final String VALID_UPDATE =
            """
            {
              "name": "New name",
              "species": "RABBIT",
              "bornOn": "2099-03-14"
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private AnimalStore animals;
    @Autowired private JdbcTemplate jdbc;

    private int lastText;

    @Test
    @Tag("prose#AC-1")
    void updatingAnAnimalAnswersWithTheUpdatedOne() throws Exception {
        Animal animal = storedAnimal();

        mvc.perform(update(animal.id(), VALID_UPDATE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(animal.id()))
                .andExpect(
                        jsonPath("$.chip")
                                .value(animals.findById(animal.id()).orElseThrow().chip()))
                .andExpect(jsonPath("$.name").value("New name"))
                .andExpect(jsonPath("$.species").value("RABBIT"))
                .andExpect(jsonPath("$.bornOn").value("2099-03-14"))
                .andExpect(
                        jsonPath("$.keeperId")
                                .value(animals.findById(animal.id()).orElseThrow().keeperId()))
                .andExpect(jsonPath("$.arrivedAt").value("2026-01-05T09:00:00Z"));
        Animal stored = animals.findById(animal.id()).orElseThrow();
        assertThat(stored.name()).isEqualTo("New name");
        assertThat(stored.species()).isEqualTo(Species.RABBIT);
        assertThat(stored.bornOn()).isEqualTo(LocalDate.parse("2099-03-14"));
    }

    @Test
    @Tag("prose#AC-1")
    void updatingAnAnimalWithoutWhatIsOptionalSucceeds() throws Exception {
        Animal animal = storedAnimal();
        String body =
                """
                {
                  "name": "New name",
                  "species": "RABBIT"
                }
                """;

        mvc.perform(update(animal.id(), body)).andExpect(status().isOk());
        Animal stored = animals.findById(animal.id()).orElseThrow();
        assertThat(stored.name()).isEqualTo("New name");
        assertThat(stored.species()).isEqualTo(Species.RABBIT);
        assertThat(stored.bornOn()).isNull();
    }

    @Test
    @Tag("prose#AC-2")
    void updatingAnUnknownAnimalIsNotFound() throws Exception {
        mvc.perform(update(999_999, VALID_UPDATE)).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder update(Object id, String body) {
        return put("/api/animals/{id}", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private long someKeeperId() {
        return new SimpleJdbcInsert(jdbc)
                .withTableName("keeper")
                .usingGeneratedKeyColumns("id")
                .usingColumns("badge", "name")
                .executeAndReturnKey(Map.of(
                        "badge", "some-bad" + ++lastText,
                        "name", "Some name"))
                .longValue();
    }

    private Animal storedAnimal() {
        Long id =
                new SimpleJdbcInsert(jdbc)
                        .withTableName("animal")
                        .usingGeneratedKeyColumns("id")
                        .usingColumns("chip", "name", "kind", "born_on", "keeper_id", "arrived_at")
                        .executeAndReturnKey(Map.of(
                                "chip", "some-chip-" + ++lastText,
                                "name", "Some name",
                                "kind", Species.CAT.name(),
                                "born_on", LocalDate.of(2026, 1, 5),
                                "keeper_id", someKeeperId(),
                                "arrived_at", Timestamp.from(
                                        Instant.parse("2026-01-05T09:00:00Z"))))
                        .longValue();
        return animals.findById(id).orElseThrow();
    }
}
