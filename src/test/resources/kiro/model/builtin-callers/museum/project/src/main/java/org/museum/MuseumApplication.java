package org.museum;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MuseumApplication {
    public static void main(String[] args) {
        SpringApplication.run(MuseumApplication.class, args);
    }
}
