import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Validates every JSON file of a folder against FHIR R4 and prints one line of counts, then each kind of error. */
public final class HapiCheck {
  public static void main(String[] args) throws Exception {
    FhirContext context = FhirContext.forR4();
    UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(context);
    unknown.setNonExistentCodeSystemSeverity(ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity.WARNING);
    ValidationSupportChain chain = new ValidationSupportChain(
        new DefaultProfileValidationSupport(context),
        new CommonCodeSystemsTerminologyService(context),
        new InMemoryTerminologyServerValidationSupport(context),
        unknown);
    FhirValidator validator = context.newValidator();
    validator.registerValidatorModule(new FhirInstanceValidator(chain));
    List<Path> files;
    try (Stream<Path> found = Files.list(Path.of(args[0]))) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().collect(Collectors.toList());
    }
    TreeMap<String, Integer> kinds = new TreeMap<>();
    int errors = 0;
    int warnings = 0;
    int clean = 0;
    for (Path file : files) {
      ValidationResult result = validator.validateWithResult(Files.readString(file));
      int own = 0;
      for (SingleValidationMessage message : result.getMessages()) {
        if (message.getSeverity() == ResultSeverityEnum.WARNING) warnings++;
        if (message.getSeverity() != ResultSeverityEnum.ERROR && message.getSeverity() != ResultSeverityEnum.FATAL) continue;
        own++;
        String place = message.getLocationString() == null ? "" : message.getLocationString().replaceAll("\\[\\d+\\]", "[]");
        kinds.merge(place + " " + message.getMessage(), 1, Integer::sum);
      }
      errors += own;
      if (own == 0) clean++;
    }
    System.out.println("{\"files\":" + files.size() + ",\"clean\":" + clean + ",\"errors\":" + errors + ",\"warnings\":" + warnings + "}");
    kinds.forEach((kind, count) -> System.out.println(count + " " + kind.replace('\n', ' ')));
  }
}
