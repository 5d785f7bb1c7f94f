// Many types in one file, against the rule of one a file: these are names and nothing else, one a line. Without them a name of ours that is also one of
// the official package's would be clear here and ambiguous there. Whoever needs one of them gives it a file of its own, with its members.
using Amazon.Runtime;

namespace Amazon.CloudWatch;

public class AlarmMuteRuleStatus(string value) : ConstantClass(value);
public class AnomalyDetectorStateValue(string value) : ConstantClass(value);
public class AnomalyDetectorType(string value) : ConstantClass(value);
public class HistoryItemType(string value) : ConstantClass(value);
public class MetricStreamOutputFormat(string value) : ConstantClass(value);
public class OTelEnrichmentStatus(string value) : ConstantClass(value);
public class RecentlyActive(string value) : ConstantClass(value);
