package org.example.shelter;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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

    private static final String VALID_CREATE =
            """
            {
              "chip": "123456789012345",
              "name": "New name",
              "species": "RABBIT",
              "bornOn": "2099-03-14",
              "keeperId": 7,
              "arrivedAt": "2099-03-14T09:26:53Z"
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private AnimalStore animals;
    @Autowired private JdbcTemplate jdbc;

    private int lastText;

    @Test
    @Tag("prose#AC-1")
    void creatingAnAnimalWithAChipThatIsTakenIsRefused() throws Exception {
        storedSameChipAnimal();

        mvc.perform(create(VALID_CREATE)).andExpect(status().isConflict());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithInvalidFieldsIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "?!",
                  "name": "%s",
                  "species": "something else",
                  "bornOn": "2099-03-14"
                }
                """
                        .formatted("x".repeat(41));

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithChipOfTheWrongFormIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "?!",
                  "name": "New name",
                  "species": "RABBIT",
                  "bornOn": "2099-03-14",
                  "keeperId": 7,
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithoutChipIsRefused() throws Exception {
        String body =
                """
                {
                  "name": "New name",
                  "species": "RABBIT",
                  "bornOn": "2099-03-14",
                  "keeperId": 7,
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithNameTooLongIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "123456789012345",
                  "name": "%s",
                  "species": "RABBIT",
                  "bornOn": "2099-03-14",
                  "keeperId": 7,
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """
                        .formatted("x".repeat(41));

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithNameTooShortIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "123456789012345",
                  "name": "",
                  "species": "RABBIT",
                  "bornOn": "2099-03-14",
                  "keeperId": 7,
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithBlankNameIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "123456789012345",
                  "name": "   ",
                  "species": "RABBIT",
                  "bornOn": "2099-03-14",
                  "keeperId": 7,
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithoutNameIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "123456789012345",
                  "species": "RABBIT",
                  "bornOn": "2099-03-14",
                  "keeperId": 7,
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithSpeciesThatIsNotAllowedIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "123456789012345",
                  "name": "New name",
                  "species": "something else",
                  "bornOn": "2099-03-14",
                  "keeperId": 7,
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithoutSpeciesIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "123456789012345",
                  "name": "New name",
                  "bornOn": "2099-03-14",
                  "keeperId": 7,
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithoutKeeperIdIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "123456789012345",
                  "name": "New name",
                  "species": "RABBIT",
                  "bornOn": "2099-03-14",
                  "arrivedAt": "2099-03-14T09:26:53Z"
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-2")
    void creatingAnAnimalWithoutArrivedAtIsRefused() throws Exception {
        String body =
                """
                {
                  "chip": "123456789012345",
                  "name": "New name",
                  "species": "RABBIT",
                  "bornOn": "2099-03-14",
                  "keeperId": 7
                }
                """;

        mvc.perform(create(body)).andExpect(status().isBadRequest());
    }

    private static MockHttpServletRequestBuilder create(String body) {
        return post("/api/animals").contentType(MediaType.APPLICATION_JSON).content(body);
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

    private Animal storedSameChipAnimal() {
        Animal animal =
                new Animal(
                        null,
                        "123456789012345",
                        "Some name",
                        Species.CAT,
                        LocalDate.of(2026, 1, 5),
                        someKeeperId(),
                        Instant.parse("2026-01-05T09:00:00Z"));
        return animals.insert(animal);
    }
}
