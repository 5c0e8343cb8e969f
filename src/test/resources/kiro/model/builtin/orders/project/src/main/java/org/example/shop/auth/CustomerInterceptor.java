package org.example.shop.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

@Component
class CustomerInterceptor implements HandlerInterceptor {
	private static final Map<String, Long> API_KEYS = Map.of("key-anna", 7L, "key-bert", 8L);

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
		String key = request.getHeader("X-Api-Key");
		Long customerId = key == null ? null : API_KEYS.get(key);
		if (customerId == null) {
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
			return false;
		}
		request.setAttribute("customerId", customerId);
		return true;
	}
}
