package org.example.kennel;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class DogTest {

    @Autowired private MockMvc mvc;

    @Test
    void a_dog_that_is_not_there_is_not_found() throws Exception {
        mvc.perform(get("/dogs/424242").header("Authorization", "Bearer mine"))
                .andExpect(status().isNotFound());
        mvc.perform(get("/dogs/424242").header("Authorization", "Bearer boss"))
                .andExpect(status().isNotFound());
    }
}
