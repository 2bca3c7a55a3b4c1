// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.record.register.entry;

import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Objects of the log as text and back; members in the order of their names, so that equal objects are equal texts. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    public static String text(Map<String, ?> object) {
        return MAPPER.writeValueAsString(object);
    }

    public static Map<String, Object> object(String text) {
        return MAPPER.readValue(text, OBJECT);
    }
}
