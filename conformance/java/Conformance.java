import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.Iterator;

/** Reads each sample into the types generated for it, writes it again, and compares. */
public final class Conformance {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Where two values differ; 1 and 1.0 do not. */
    private static String difference(JsonNode a, JsonNode b, String path) {
        if (b.isNumber() && a.isNumber()) {
            boolean same = a.decimalValue().compareTo(b.decimalValue()) == 0
                || a.doubleValue() == b.doubleValue();
            return same ? null : path + ": " + a + ", was " + b;
        }
        if (b.isContainerNode() && a.getNodeType() == b.getNodeType()) {
            if (a.size() != b.size()) {
                return path + ": " + a.size() + " members, were " + b.size();
            }
            if (b.isArray()) {
                for (int i = 0; i < b.size(); i++) {
                    String found = difference(a.get(i), b.get(i), path + "/" + i);
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            }
            for (Iterator<String> names = b.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                String found = a.has(name)
                    ? difference(a.get(name), b.get(name), path + "/" + name)
                    : path + "/" + name + " is lost";
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return a.equals(b) ? null : path + ": " + a + ", was " + b;
    }

    private static String roundTrip(String root, String path) throws Exception {
        JsonNode original = MAPPER.readTree(new File(path));
        Class<?> type = Class.forName(root);
        Object value;
        if (type.isRecord()) {
            value = MAPPER.treeToValue(original, type);
        } else {
            Object reference = type.getField("TYPE").get(null);
            value = MAPPER.readValue(
                MAPPER.treeAsTokens(original),
                (com.fasterxml.jackson.core.type.TypeReference<?>) reference);
        }
        return difference(MAPPER.readTree(MAPPER.writeValueAsBytes(value)), original, "");
    }

    /** Arguments: name, path to the sample, and so on. The root's class is NAME.Root. */
    public static void main(String[] arguments) {
        int failed = 0;
        for (int i = 0; i < arguments.length; i += 2) {
            String found;
            try {
                found = roundTrip(arguments[i] + ".Root", arguments[i + 1]);
            } catch (Exception | LinkageError error) {
                found = error.toString();
            }
            if (found != null) {
                failed++;
                System.out.println(arguments[i] + ": " + found.substring(0, Math.min(400, found.length())));
            }
        }
        System.out.println((arguments.length / 2 - failed) + " passed, " + failed + " failed");
        System.exit(failed > 0 ? 1 : 0);
    }
}
