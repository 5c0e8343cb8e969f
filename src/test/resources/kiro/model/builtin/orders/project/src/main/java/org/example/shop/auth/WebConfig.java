package org.example.shop.auth;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class WebConfig implements WebMvcConfigurer {
	private final CustomerInterceptor customers;

	WebConfig(CustomerInterceptor customers) {
		this.customers = customers;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(customers).addPathPatterns("/orders/**");
	}
}
