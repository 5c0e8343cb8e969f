package org.example.tasks.controller;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.example.tasks.entity.Priority;
import org.example.tasks.entity.Task;
import org.example.tasks.repository.TaskRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class TaskControllerTest {

    @Autowired private MockMvc mockMvc;
    @Autowired private TaskRepository taskRepository;

    @BeforeEach
    void setUp() {
        taskRepository.deleteAll();
    }

    @Test
    void shouldReturnOwnTask() throws Exception {
        Task task = taskRepository.save(new Task("Write report", "alice", Priority.HIGH));

        mockMvc.perform(get("/api/tasks/{id}", task.getId()).with(httpBasic("alice", "alice-pw")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Write report"));
    }

    @Test
    void shouldNotReturnTaskOfAnotherUser() throws Exception {
        Task task = taskRepository.save(new Task("Write report", "bob", Priority.HIGH));

        mockMvc.perform(get("/api/tasks/{id}", task.getId()).with(httpBasic("alice", "alice-pw")))
                .andExpect(status().isForbidden());
    }
}
