# What a release's template has in place of sources: compiled Lambdas beside it, for one processor.
# Each function names them: aws cloudformation package does not look into Globals.
/^    CodeUri: functions\/Canary\.Functions$/d
/^    Type: AWS::Serverless::Function$/{
n
s/^    Properties:$/&\
      CodeUri: lambdas.zip/
}
/^  Architecture:$/,/^    AllowedValues:/{
s/Default: arm64/Default: @processor@/
s/\[arm64, x86_64\]/[@processor@]/
}
